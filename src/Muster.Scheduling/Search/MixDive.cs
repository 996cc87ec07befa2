using Muster.Scheduling.Bound;
using Muster.Scheduling.Kernel;

namespace Muster.Scheduling.Search;

/// <summary>
/// Makes a schedule of the bound's mix where coverage is per shift: what nearly all of somebody's rosters have in
/// common is decided, and a little more; prices and rosters follow, until all is decided (a diving heuristic on shifts,
/// as of Strandmark, Qu and Curtois, 2020).
/// </summary>
internal sealed class MixDive(Lane lane, CoverageBound bound)
{
    private const double Sure = 0.95;

    /// <summary>Of the bound: how near to it the mix should be before more is decided.</summary>
    private const double Near = 0.005;

    /// <summary>Costs are whole: what is better is so by one, or nearly.</summary>
    private const double LeastGain = 0.999;
    private const int FirstPasses = 60;
    private const int MostPasses = 20;
    private const int LeastPasses = 3;
    private const int UsualPasses = 8;
    private const int LeastRounds = 40;
    private const int MostRounds = 400;

    private readonly int _days = lane.BestView.Days;

    /// <summary>
    /// Everybody, in a lane in which nobody works yet: one evaluation of all prices after the other. The lane knows its
    /// best at the end.
    /// </summary>
    /// <param name="passes">About how many evaluations there may be in all, as is known by then.</param>
    public IEnumerable<int> PlaceAll(Func<long> passes)
    {
        bound.BeginDive();
        foreach (var pass in Passes(FirstPasses, double.PositiveInfinity)
            .Concat(DecideAll(passes, double.PositiveInfinity)))
        {
            yield return pass;
        }

        foreach (var (employee, column) in Rosters())
        {
            if (lane.MayWork(employee, column))
            {
                lane.Place(employee, column);
            }
            else
            {
                lane.PlaceBest(employee);
            }
        }

        lane.EndPlacing();
        bound.EndDive();
    }

    /// <summary>
    /// Some people anew, all others as in the lane's best: given up as soon as prices say that it gets no better.
    /// </summary>
    public IEnumerable<int> PlaceAgain(IReadOnlySet<int> free, long passes)
    {
        var enough = (lane.BestCost / (double)Weights.Scale) - LeastGain;
        bound.BeginDive(lane.BestView, free);
        foreach (var pass in Passes(FirstPasses, enough).Concat(DecideAll(() => passes, enough)))
        {
            yield return pass;
        }

        if (bound.Value < enough)
        {
            lane.Exchange([.. Rosters().Where(roster => free.Contains(roster.Employee))]);
        }
    }

    private IEnumerable<(int Employee, RosterColumn Column)> Rosters() => bound.Mix.Select(
        contract => (contract.Members[0], contract.Columns.MaxBy(column => column.People)!));

    private IEnumerable<int> DecideAll(Func<long> passes, double enough)
    {
        var (first, rounds) = (bound.Steps, 0);
        while (bound.Value < enough)
        {
            var (done, each) = (bound.Steps - first, (bound.Steps - first + UsualPasses) / (double)(rounds + 1));
            var cells = NextOf((passes() - done) / each);
            if (cells.Count == 0)
            {
                yield break;
            }

            cells.ForEach(cell => bound.Decide(cell.One, cell.Day, cell.Option));
            bound.GoOnDiving();
            rounds++;
            foreach (var pass in Passes(MostPasses, enough))
            {
                yield return pass;
            }
        }
    }

    // Until the mix covers nearly as well as the prices promise, or cannot any more.
    private IEnumerable<int> Passes(int most, double enough)
    {
        var first = bound.Steps;
        for (var done = 0; done < most; done = bound.Steps - first)
        {
            if (done >= LeastPasses && (bound.Apart < Near || bound.Value >= enough))
            {
                yield break;
            }

            bound.Step();
            yield return done;
        }
    }

    // All that is sure, and of the rest the same share in each round.
    private List<(int One, int Day, int Option, double Weight)> NextOf(double rounds)
    {
        var cells = bound.Mix.SelectMany((contract, one) => Undecided(one, contract.Columns))
            .OrderByDescending(cell => cell.Weight).ToList();
        var share = Math.Log(cells.Count + 1) / Math.Clamp(rounds, LeastRounds, MostRounds);
        var sure = cells.TakeWhile(cell => cell.Weight >= Sure).Count();
        return cells[..Math.Min(cells.Count, Math.Max(sure, 1 + (int)(share * cells.Count)))];
    }

    private IEnumerable<(int One, int Day, int Option, double Weight)> Undecided(
        int one, IReadOnlyList<RosterColumn> columns)
    {
        if (bound.IsDecided(one))
        {
            return [];
        }

        var people = new Dictionary<(int Day, int Option), double>();
        foreach (var column in columns.Where(column => column.People > 0))
        {
            for (var day = 0; day < _days; day++)
            {
                var cell = (day, column.OptionOn(day));
                people[cell] = people.GetValueOrDefault(cell) + column.People;
            }
        }

        return people.Where(cell => !bound.IsDecided(one, cell.Key.Day))
            .GroupBy(cell => cell.Key.Day, (_, ofDay) => ofDay.MaxBy(cell => cell.Value))
            .Select(cell => (one, cell.Key.Day, cell.Key.Option, cell.Value));
    }
}
