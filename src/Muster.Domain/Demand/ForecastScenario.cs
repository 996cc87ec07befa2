using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using NodaTime;

namespace Muster.Domain.Demand;

/// <summary>
/// A forecast of some planning groups of a business unit, made in the background: one of several that a planner may
/// keep beside each other. What the machine forecast stays as it was; people's changes are layers on top.
/// </summary>
public sealed record ForecastScenario
{
    private const int MostWeeks = 52;
    private const int MostDays = 1000;
    private const int FirstYear = 1971;
    private const int LastYear = 2200;

    public required ForecastId Id { get; init; }

    public required BusinessUnitId BusinessUnit { get; init; }

    public required string Name { get; init; }

    /// <summary>Null: the day after the history's last, for each group by itself.</summary>
    public LocalDate? FirstDay { get; init; }

    public int Weeks { get; init; } = 4;

    public required IReadOnlyList<PlanningGroupId> Groups { get; init; }

    /// <summary>Nothing comes in on these days, of the past and to come.</summary>
    public IReadOnlyList<LocalDate> ClosedDays { get; init; } = [];

    /// <summary>Of the past and to come. Those of the past teach what such days do.</summary>
    public IReadOnlyList<SpecialDay> SpecialDays { get; init; } = [];

    public ForecastState State { get; init; } = ForecastState.Queued;

    /// <summary>How many groups are done.</summary>
    public int Done { get; init; }

    /// <summary>What came of it, or what it waits for.</summary>
    public string Sentence { get; init; } = "";

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public long Version { get; init; } = 1;

    public bool IsOpen => State is ForecastState.Queued or ForecastState.Running;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public Refusal? Check()
    {
        var checks = new FieldChecks()
            .Text("name", Name, 1, 200)
            .Range("weeks", Weeks, 1, MostWeeks)
            .That(FirstDay?.Year is null or (>= FirstYear and <= LastYear), "first_day",
                $"must be in the years {FirstYear} to {LastYear}.")
            .That(Groups.Count > 0, "planning_group_ids", "is empty, and the unit has no planning group.\n"
                + "Maybe add one under People > Organization.")
            .That(ClosedDays.Count <= MostDays, "closed_days", $"must be at most {MostDays} days.")
            .That(SpecialDays.Count <= MostDays, "special_days", $"must be at most {MostDays} days.")
            .That(SpecialDays.Select(day => day.Date).Distinct().Count() == SpecialDays.Count, "special_days",
                "has a date twice.");
        foreach (var (index, day) in SpecialDays.Index())
        {
            checks.Text($"special_days[{index}].name", day.Name, 1, 100);
        }

        return checks.Refusal;
    }
}
