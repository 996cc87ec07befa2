using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.Scheduling;
using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>
/// A scenario of a management unit's schedule. It holds the days that were changed in it; all others are as in the
/// master schedule. A day remembers which version of the master's it was made from.
/// </summary>
public sealed record ScheduleDraft
{
    public const int MostDays = 56;

    public required DraftId Id { get; init; }

    public required BusinessUnitId BusinessUnit { get; init; }

    public required ManagementUnitId ManagementUnit { get; init; }

    public required string Name { get; init; }

    public required LocalDate FirstDay { get; init; }

    public required int Days { get; init; }

    /// <summary>The build that it was made from; null: from the master as it was.</summary>
    public BuildId? Build { get; init; }

    /// <summary>The version of the published schedules when it was made.</summary>
    public long FromVersion { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Grows with every edit.</summary>
    public long Version { get; init; } = 1;

    public LocalDate LastDay => FirstDay.PlusDays(Days - 1);

    public bool Holds(LocalDate day) => day >= FirstDay && day <= LastDay;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public Refusal? Check() => new FieldChecks()
        .Text("name", Name, 1, 200)
        .Range("days", Days, 1, MostDays)
        .That(FirstDay.Year is > 1970 and < 3000, "first_day", "must be between 1971 and 2999.")
        .Refusal;
}
