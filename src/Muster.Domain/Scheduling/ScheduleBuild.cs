using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using NodaTime;

namespace Muster.Domain.Scheduling;

/// <summary>
/// A build of schedules for the people of some management units, from a forecast's requirement, by a deadline that the
/// planner sets. Each unit is searched by itself, from as many seeds as are asked for; the best of each counts.
/// </summary>
public sealed record ScheduleBuild
{
    public const int DaysOfWeek = 7;
    public const int MostWeeks = 8;
    public const int MostSeconds = 3600;
    public const int MostRestarts = 8;
    public const int HighestPriority = 9;

    public required BuildId Id { get; init; }

    public required BusinessUnitId BusinessUnit { get; init; }

    public required string Name { get; init; }

    /// <summary>Whose requirement the schedules are to meet.</summary>
    public required ForecastId Forecast { get; init; }

    public required IReadOnlyList<ManagementUnitId> ManagementUnits { get; init; }

    /// <summary>
    /// The units among which the requirement is shared. More than those that are built, where only some of an earlier
    /// build's are built anew.
    /// </summary>
    public IReadOnlyList<ManagementUnitId> SharedBy { get => field.Count > 0 ? field : ManagementUnits; init; } = [];

    /// <summary>What is built anew of an earlier build; null: everything is built.</summary>
    public Rebuild? Rebuild { get; init; }

    /// <summary>The build whose schedule is worked before the first day; null: not known.</summary>
    public BuildId? HistoryOf { get; init; }

    /// <summary>The first day of a week.</summary>
    public required LocalDate FirstDay { get; init; }

    public int Weeks { get; init; } = 4;

    /// <summary>How long each unit is searched from each seed.</summary>
    public int Seconds { get; init; } = 60;

    /// <summary>How many searches of each unit, from a seed each.</summary>
    public int Restarts { get; init; } = 1;

    /// <summary>The first seed: the same input, seed and steps give the same schedule.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>0 to 9; of builds that wait, the highest goes first.</summary>
    public int Priority { get; init; } = 5;

    public BuildState State { get; init; } = BuildState.Queued;

    /// <summary>True once somebody has said: enough, keep what is there.</summary>
    public bool IsStopping { get; init; }

    /// <summary>What came of it, or what it waits for.</summary>
    public string Sentence { get; init; } = "";

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public long Version { get; init; } = 1;

    /// <summary>Inclusive.</summary>
    public LocalDate LastDay => FirstDay.PlusDays((Math.Clamp(Weeks, 1, MostWeeks) * DaysOfWeek) - 1);

    public bool IsOpen => State is BuildState.Queued or BuildState.Running;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public Refusal? Check(BusinessUnit unit)
    {
        var checks = new FieldChecks();
        Rebuild?.Check(checks, FirstDay, LastDay);
        return Check(checks, unit).Refusal;
    }

    private FieldChecks Check(FieldChecks checks, BusinessUnit unit) => checks
        .Text("name", Name, 1, 200)
        .Range("weeks", Weeks, 1, MostWeeks)
        .Range("seconds", Seconds, 1, MostSeconds)
        .Range("restarts", Restarts, 1, MostRestarts)
        .Range("priority", Priority, 0, HighestPriority)
        .That(FirstDay.DayOfWeek == unit.WeekStart, "first_day",
            $"must be a {unit.WeekStart}, on which the weeks of {unit.Name} begin; {FirstDay:uuuu-MM-dd} is a "
            + $"{FirstDay.DayOfWeek}.")
        .That(ManagementUnits.Count > 0, "management_unit_ids", $"is empty, and {unit.Name} has no management unit.\n"
            + "Maybe add one under People > Organization.");
}
