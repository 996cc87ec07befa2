namespace Muster.Evaluation.Rosters;

/// <summary>The hard rules of one employee.</summary>
public sealed record RosterEmployee
{
    public required string Id { get; init; }

    /// <summary>By shift; a shift that is missing may not be worked.</summary>
    public required IReadOnlyDictionary<string, int> MaxShifts { get; init; }

    public required int MaxMinutes { get; init; }

    public required int MinMinutes { get; init; }

    public required int MaxConsecutiveShifts { get; init; }

    public required int MinConsecutiveShifts { get; init; }

    public required int MinConsecutiveDaysOff { get; init; }

    public required int MaxWeekends { get; init; }
}
