using Muster.Scheduling.Bound;

namespace Muster.Scheduling.Search;

/// <summary>
/// Makes whole people of the bound's mix where it is of contracts: some get the rosters that are worked most, the mix
/// of the others follows, until all have one. Who may work none of them gets the best roster of all.
/// </summary>
/// <param name="lane">One in which nobody works yet.</param>
internal sealed class MixRounding(Lane lane, CoverageBound bound)
{
    private const double Part = 1e-3;
    private const int LeastRounds = 20;
    private const int MostRounds = 100;

    private readonly List<int>[] _open = [.. bound.Mix.Select(contract => contract.Members
        .OrderByDescending(lane.DaysOffOf).ToList())];

    private int Left => _open.Sum(members => members.Count);

    /// <summary>
    /// One evaluation of all prices after the other, and then whoever is left; tells how many that are. The lane knows
    /// its best when all are placed.
    /// </summary>
    /// <param name="passes">About how many evaluations there may be.</param>
    public IEnumerable<int> PlaceAll(Func<long> passes)
    {
        bound.BeginFixing();
        for (var rounds = Math.Clamp(passes(), LeastRounds, MostRounds); PlaceSome(rounds);)
        {
            for (var steps = bound.Steps; bound.Steps == steps;)
            {
                bound.Step();
                yield return Left;
            }
        }

        foreach (var members in _open)
        {
            for (; members.Count > 0; members.RemoveAt(0))
            {
                lane.PlaceBest(members[0]);
                yield return Left;
            }
        }

        lane.EndPlacing();
        bound.EndFixing();
    }

    // The same share of whoever is left in each round.
    private bool PlaceSome(double rounds)
    {
        var left = Left;
        var most = (int)Math.Ceiling(left * Math.Min(1, Math.Log(left + 1) / rounds));
        var placed = bound.Mix.Select(_ => new List<RosterColumn>()).ToList();
        foreach (var (one, column) in MostWorked())
        {
            for (var people = Math.Max(1, (int)(column.People + Part)); people > 0 && most > 0; people--)
            {
                if (!Place(one, column))
                {
                    break;
                }

                placed[one].Add(column);
                most--;
            }
        }

        foreach (var (one, rosters) in placed.Index().Where(contract => contract.Item.Count > 0))
        {
            bound.Fix(one, rosters, _open[one]);
        }

        return Left < left;
    }

    private List<(int One, RosterColumn Column)> MostWorked() => [.. bound.Mix
        .SelectMany((contract, one) => contract.Columns.Where(column => column.People > Part)
            .Select(column => (One: one, Column: column)))
        .OrderByDescending(worked => worked.Column.People)];

    // Who has the most days off has the fewest rosters to choose from.
    private bool Place(int one, RosterColumn column)
    {
        var at = _open[one].FindIndex(member => lane.MayWork(member, column));
        if (at >= 0)
        {
            lane.Place(_open[one][at], column);
            _open[one].RemoveAt(at);
        }

        return at >= 0;
    }
}
