using Muster.Scheduling.Bound;

namespace Muster.Scheduling.Search;

/// <summary>
/// Makes whole people of the bound's mix: the whole parts of its rosters first, then whoever is left takes what covers
/// best of the rest, and the best roster of all where none of these keeps the rules.
/// </summary>
/// <param name="lane">One in which nobody works yet.</param>
internal sealed class MixRounding(Lane lane, IReadOnlyList<ContractMix> mix)
{
    private const double Tiny = 1e-6;
    private const double Part = 1e-3;

    private readonly List<(int Employee, List<RosterColumn> Rosters)> _left = [];

    /// <summary>One person after the other; the lane knows its best when all are placed.</summary>
    public IEnumerable<int> PlaceAll()
    {
        foreach (var employee in mix.SelectMany(PlaceWhole).Concat(PlaceLeft()))
        {
            yield return employee;
        }

        lane.EndPlacing();
    }

    private IEnumerable<int> PlaceWhole(ContractMix contract)
    {
        var open = contract.Members.ToList();
        foreach (var column in contract.Columns.OrderByDescending(column => column.People).ToList())
        {
            for (var people = WholeOf(column); people > 0; people--)
            {
                var at = open.FindIndex(member => lane.MayWork(member, column));
                if (at < 0)
                {
                    break;
                }

                lane.Place(open[at], column);
                yield return open[at];
                open.RemoveAt(at);
            }
        }

        var parts = contract.Columns.Where(column => column.People - WholeOf(column) > Part).ToList();
        _left.AddRange(open.Select(employee => (employee, parts)));
    }

    private IEnumerable<int> PlaceLeft()
    {
        foreach (var (employee, rosters) in _left)
        {
            var (least, best) = (long.MaxValue, default(RosterColumn));
            foreach (var column in rosters)
            {
                (least, best) = lane.CostWith(employee, column) is { } cost && cost < least
                    ? (cost, column) : (least, best);
            }

            if (best is null)
            {
                lane.PlaceBest(employee);
            }
            else
            {
                lane.Place(employee, best);
            }

            yield return employee;
        }
    }

    private static int WholeOf(RosterColumn column) => (int)(column.People + Tiny);
}
