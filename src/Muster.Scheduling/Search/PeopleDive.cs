using Muster.Scheduling.Bound;

namespace Muster.Scheduling.Search;

/// <summary>
/// Makes a schedule of the bound's mix of contracts where coverage is per interval: each of the people alone works
/// parts of several rosters, until what they do on one day after the other is decided.
/// </summary>
/// <param name="lane">One in which nobody works yet.</param>
internal sealed class PeopleDive(Lane lane, CoverageBound bound, PeopleMix mix)
{
    private const double Sure = 0.95;
    private const int LeastFirst = 8;
    private const int MostFirst = 30;
    private const int LeastRounds = 25;
    private const int MostRounds = 200;

    /// <summary>Of an evaluation: what a round takes, for fewer and fewer people are undecided.</summary>
    private const double OfRound = 0.4;

    private readonly int _days = lane.BestView.Days;

    /// <summary>One part of an evaluation of all prices after the other. The lane knows its best at the end.</summary>
    /// <param name="passes">About how many evaluations there may be, of the bound's.</param>
    public IEnumerable<int> PlaceAll(Func<long> passes)
    {
        mix.Begin(bound.Mix, bound.Prices);
        while (mix.Passes < FirstOf(passes()))
        {
            while (!mix.Step())
            {
                yield return mix.Open.Count;
            }
        }

        for (var rounds = RoundsOf(passes()); mix.Open.Count > 0;)
        {
            NextOf(rounds).ForEach(cell => mix.Decide(cell.Employee, cell.Day, cell.Option));
            mix.Settle();
            while (mix.Open.Count > 0 && !mix.Step())
            {
                yield return mix.Open.Count;
            }

            yield return mix.Open.Count;
        }

        for (var employee = 0; employee < lane.BestView.Employees; employee++)
        {
            lane.Place(employee, mix.Columns[employee].MaxBy(column => column.People)!);
        }

        lane.EndPlacing();
    }

    private double FirstOf(long passes) => Math.Clamp(OwnOf(passes) / 2, LeastFirst, MostFirst);

    private double RoundsOf(long passes) => Math.Clamp(OwnOf(passes) / 2 / OfRound, LeastRounds, MostRounds);

    // As many evaluations of its own take as long.
    private double OwnOf(long passes) => mix.Passes == 0 || bound.Steps == 0 ? passes
        : passes * (bound.Work / (double)bound.Steps) / (mix.Work / (double)mix.Passes);

    // All that is sure, and of the rest the same share in each round.
    private List<(int Employee, int Day, int Option, double Weight)> NextOf(double rounds)
    {
        var cells = mix.Open.SelectMany(Undecided).OrderByDescending(cell => cell.Weight).ToList();
        var sure = cells.TakeWhile(cell => cell.Weight >= Sure).Count();
        var share = Math.Log(cells.Count + 1) / rounds;
        return cells[..Math.Min(cells.Count, Math.Max(sure, 1 + (int)(share * cells.Count)))];
    }

    private IEnumerable<(int Employee, int Day, int Option, double Weight)> Undecided(int employee)
    {
        var worked = mix.Columns[employee].Where(column => column.People > 0).ToList();
        for (var day = 0; day < _days; day++)
        {
            if (!mix.IsDecided(employee, day))
            {
                var (option, weight) = worked.GroupBy(column => column.OptionOn(day), column => column.People)
                    .Select(group => (group.Key, group.Sum())).MaxBy(group => group.Item2);
                yield return (employee, day, option, weight);
            }
        }
    }
}
