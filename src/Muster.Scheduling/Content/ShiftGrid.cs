using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Content;

/// <summary>
/// Where shifts lie on the intervals of a demand. Intervals are numbered with room before and after the demand's own,
/// so that a shift that runs over an end of the period needs no special care; what lies there is needed by nobody.
/// </summary>
internal sealed class ShiftGrid
{
    private readonly int _offset;
    private readonly int _minutes;
    private readonly int[] _days;

    public ShiftGrid(SchedulingProblem problem, IntervalDemand demand)
    {
        (_offset, _minutes) = (demand.OffsetMinutes, demand.IntervalMinutes);
        _days = [.. Enumerable.Range(0, problem.Days).Select(problem.StartOf)];
        Groups = demand.Groups.Count;
        Demanded = demand.Needs.Count / Groups;
        Before = ((_offset + _minutes - 1) / _minutes) + 1;
        var latest = problem.Options.Select(option => option.End).DefaultIfEmpty(0).Max();
        var last = _days[^1] + latest;
        Intervals = Math.Max(Before + Demanded, Before + ((last - _offset) / _minutes)) + 2;
        Slots = [.. problem.Options.Select(option => option.Length / _minutes)];
        Starts = [.. problem.Options.Select(option => option.Start)];
        MostSlots = Slots.DefaultIfEmpty(0).Max();
        Needs = new Need[Intervals * Groups];
        for (var row = 0; row < Demanded * Groups; row++)
        {
            Needs[(Before * Groups) + row] = demand.Needs[row];
        }
    }

    public int Groups { get; }

    public int Intervals { get; }

    /// <summary>How many intervals the demand has; its interval 0 is the grid's <see cref="Before"/>.</summary>
    public int Demanded { get; }

    public int Before { get; }

    /// <summary>The length of each option.</summary>
    public int[] Slots { get; }

    /// <summary>Minutes, by option.</summary>
    public int[] Starts { get; }

    public int MostSlots { get; }

    /// <summary><c>interval * Groups + group</c>.</summary>
    public Need[] Needs { get; }

    public int FirstOf(int day, int option) => IntervalAt(day, Starts[option]);

    public int IntervalAt(int day, int minutes) =>
        Before + ((_days[day] + minutes - _offset) / _minutes);

    public int SlotsOf(int minutes) => minutes / _minutes;
}
