using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Bound;

/// <summary>The cheapest roster of one employee after the other at the same prices. Not thread-safe.</summary>
internal sealed class PeoplePricer
{
    // Of what is decided: nothing else outweighs it.
    private const int MostBonus = 1 << 20;

    private readonly SchedulingProblem _problem;
    private readonly AgentShape[] _shapes;
    private readonly ClassFamilies _families;
    private readonly Coverage _coverage;
    private readonly HorizonProgram _program = new() { IsRough = true };
    private readonly int[]?[] _familyCosts;
    private readonly bool[] _isPriced;
    private readonly int[] _rounded;
    private readonly int _bonus;
    private int[] _costs = [];

    public PeoplePricer(SchedulingProblem problem, AgentShape[] shapes, ClassFamilies families)
    {
        (_problem, _shapes, _families, _coverage) = (problem, shapes, families, Coverage.Of(problem));
        (_familyCosts, _isPriced) = (new int[families.Count][], new bool[families.Count]);
        _rounded = new int[problem.Demand.Needs.Count];
        _bonus = Math.Min(MostBonus, Weights.Never / 2 / problem.Days);
    }

    /// <summary>Steps of the programme so far.</summary>
    public long Work => _program.Work;

    /// <param name="prices">By row, in units of cost.</param>
    public void Begin(double[] prices)
    {
        for (var row = 0; row < _rounded.Length; row++)
        {
            _rounded[row] = (int)Math.Round(Math.Clamp(prices[row] * Weights.Scale, -Weights.Most, Weights.Most));
        }

        _coverage.Price(_rounded);
        Array.Clear(_isPriced);
    }

    /// <param name="decided">By day a local option, -1 or <see cref="PeopleMix.Undecided"/>.</param>
    /// <returns>Options by day; null: there is none.</returns>
    public int[]? CheapestOf(int employee, int[] decided)
    {
        var (shape, from) = (_shapes[employee], Array.IndexOf(decided, PeopleMix.Undecided));
        var window = new DayWindow(from, Array.LastIndexOf(decided, PeopleMix.Undecided) + 1);
        LayCosts(employee, decided, window);
        var roster = Array.ConvertAll(decided, local => Math.Max(local, Schedule.Off));
        if (!_program.Solve(shape, window, roster, _costs))
        {
            return null;
        }

        _program.Chosen.AsSpan(0, window.Length).CopyTo(roster.AsSpan(from));
        return Array.ConvertAll(roster, local => local < 0 ? Schedule.Off : shape.Options[local]);
    }

    /// <param name="roster">An option or -1 by day.</param>
    public (int Day, int Option, short[] Content)[] ShiftsOf(int employee, int[] roster) =>
        [.. from day in Enumerable.Range(0, roster.Length)
            where roster[day] >= 0
            select (day, roster[day], ContentOf(employee, day, roster[day]))];

    private short[] ContentOf(int employee, int day, int option) =>
        _coverage.ContentOf(new ShiftCell(employee, day, option, default)).ToArray();

    private void LayCosts(int employee, int[] decided, DayWindow window)
    {
        var (shape, family, options) = (_shapes[employee], FamilyCosts(employee), _shapes[employee].Options.Length);
        if (_costs.Length < window.Length * options)
        {
            _costs = new int[window.Length * options];
        }

        var first = window.From * options;
        for (var cell = first; cell < window.To * options; cell++)
        {
            var (chosen, cost, price) = (decided[cell / options], shape.Costs[cell], family[cell]);
            var isChosen = chosen == cell % options;
            var isOut = (!isChosen && chosen != PeopleMix.Undecided)
                || cost >= Weights.Never || price >= Weights.Never / 2;
            _costs[cell - first] = isOut ? Weights.Never : cost + price - (isChosen ? _bonus : 0);
        }
    }

    // What shifts are worth depends on skills and pauses, not on the days off of single people.
    private int[] FamilyCosts(int employee)
    {
        var (shape, family) = (_shapes[employee], _families.Of[employee]);
        var (costs, options) = (_familyCosts[family] ??= new int[shape.Costs.Length], shape.Options.Length);
        if (_isPriced[family])
        {
            return costs;
        }

        _isPriced[family] = true;
        Array.Clear(costs);
        for (var day = 0; day < _problem.Days; day++)
        {
            _coverage.AddMarginal(shape, new ShiftCell(employee, day, Schedule.Off, default),
                costs.AsSpan(day * options, options));
        }

        return costs;
    }
}
