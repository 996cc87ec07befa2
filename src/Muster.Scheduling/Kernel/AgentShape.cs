using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Kernel;

/// <summary>
/// The rules of one employee as the dynamic programme reads them. Options are local: indices of
/// <see cref="Options"/>. Costs are scaled. Immutable after its making.
/// </summary>
internal sealed class AgentShape
{
    private int[]? _localOf;
    private ShiftGroups? _groups;
    private StartGroups? _starts;
    private int? _firstWeekday;

    public required SchedulingProblem Problem { get; init; }

    public required History? History { get; init; }

    /// <summary>Local to global.</summary>
    public required int[] Options { get; init; }

    /// <summary><c>day * options + option</c>; <see cref="Weights.Never"/> and more is forbidden.</summary>
    public required int[] Costs { get; init; }

    /// <summary>Of a day off, by day.</summary>
    public required int[] DayOff { get; init; }

    /// <summary>Of a day on which work begins or ends, by day.</summary>
    public required int[] Turn { get; init; }

    public required RunCosts Work { get; init; }

    public required RunCosts Off { get; init; }

    public required SuccessionTable Succession { get; init; }

    /// <summary>By local option.</summary>
    public required int[] PaidUnits { get; init; }

    public required IReadOnlyList<SpanCost> Paid { get; init; }

    public required IReadOnlyList<SpanCost> WorkDays { get; init; }

    public required IReadOnlyList<SpanCost> Weekends { get; init; }

    public required IReadOnlyList<SideCount> Sides { get; init; }

    public int Days => DayOff.Length;

    /// <summary>Of the longest option.</summary>
    public required int MostPaidUnits { get; init; }

    /// <summary>
    /// The same where a walk over the whole period has so many states at most; else weekends are side counts, and where
    /// that is not enough paid time is, too.
    /// </summary>
    public AgentShape Within(long mostStates)
    {
        long paid = Paid.Select(span => span.HardMost + MostPaidUnits).DefaultIfEmpty(0).Max();
        long weekends = Weekends.Select(span => span.HardMost + 1).DefaultIfEmpty(1).Max();
        var states = Days * (paid + Lanes.Width) * (Off.Cap + (Succession.Outs * Work.Cap));
        return states * weekends <= mostStates ? this : With(states <= mostStates ? Paid : []);
    }

    private AgentShape With(IReadOnlyList<SpanCost> paid) => new()
    {
        Problem = Problem,
        History = History,
        Options = Options,
        Costs = Costs,
        DayOff = DayOff,
        Turn = Turn,
        Work = Work,
        Off = Off,
        Succession = Succession,
        PaidUnits = PaidUnits,
        MostPaidUnits = MostPaidUnits,
        Paid = paid,
        WorkDays = WorkDays,
        Weekends = [],
        Sides = [.. Sides, .. Weekends.Select(SideOfWeekends), .. Paid.Except(paid).Select(SideOfPaid)],
    };

    private SideCount SideOfWeekends(SpanCost span) => new(span, [.. Options.Select(_ => 1)], this);

    private SideCount SideOfPaid(SpanCost span) => new(span, PaidUnits);

    public int WeekdayOf(int day) => ((_firstWeekday ??= Problem.WeekdayOf(0)) + day) % 7;

    /// <summary>A weekend counts on the first of its days that is worked.</summary>
    public int WeekendCount(int day, bool workedBefore) => WeekdayOf(day) switch
    {
        5 => 1,
        6 => workedBefore ? 0 : 1,
        _ => 0,
    };

    /// <summary>No roster has more paid units in so many days in a row.</summary>
    public int MostUnitsIn(int days)
    {
        if (Work.HardMost is not { } most)
        {
            return days * MostPaidUnits;
        }

        var cycle = most + 1;
        return ((days / cycle * most) + Math.Min(days % cycle, most)) * MostPaidUnits;
    }

    public StartGroups Starts => _starts ??= new StartGroups(this);

    public ShiftGroups Groups => _groups ??= ShiftGroups.Of(this);

    /// <summary>Global to local; -1: not of this employee.</summary>
    public int LocalOf(int option)
    {
        if (_localOf is null)
        {
            var map = new int[Problem.Options.Count];
            Array.Fill(map, -1);
            for (var local = 0; local < Options.Length; local++)
            {
                map[Options[local]] = local;
            }

            _localOf = map;
        }

        return option < 0 ? -1 : _localOf[option];
    }
}
