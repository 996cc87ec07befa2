namespace Muster.Scheduling.Tests.Plain;

/// <summary>What one employee may and must work, in plain numbers; all of it is hard.</summary>
internal sealed record PlainContract
{
    public required int LeastHours { get; init; }

    public required int MostHours { get; init; }

    public required int LeastRun { get; init; }

    public required int MostRun { get; init; }

    public required int LeastRest { get; init; }

    public required int MostWeekends { get; init; }

    /// <summary>Between the end of a shift and the start of the next day's.</summary>
    public required int HoursBetween { get; init; }

    /// <summary>By option.</summary>
    public required IReadOnlyList<int> MostOf { get; init; }

    public required IReadOnlySet<int> DaysOff { get; init; }

    /// <summary>Option by day, where it is fixed.</summary>
    public required IReadOnlyDictionary<int, int> Fixed { get; init; }
}
