namespace Muster.Evaluation.Rosters;

/// <summary>A published rostering instance, as its file says it. Days count from 0; day 0 is a Monday.</summary>
public sealed record RosterInstance
{
    public required int Days { get; init; }

    public required IReadOnlyList<RosterShift> Shifts { get; init; }

    public required IReadOnlyList<RosterEmployee> Employees { get; init; }

    /// <summary>Days by employee on which no shift may be worked.</summary>
    public required ILookup<string, int> DaysOff { get; init; }

    public required IReadOnlyList<ShiftRequest> OnRequests { get; init; }

    public required IReadOnlyList<ShiftRequest> OffRequests { get; init; }

    public required IReadOnlyList<RosterCover> Cover { get; init; }
}
