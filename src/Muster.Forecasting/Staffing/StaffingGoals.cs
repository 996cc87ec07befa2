using Muster.Domain.Organization;
using Muster.Domain.Outcomes;

namespace Muster.Forecasting.Staffing;

/// <summary>How well contacts are to be served. Whatever is null is no goal; all that are given must be met.</summary>
public sealed record StaffingGoals
{
    /// <summary>The most agents that are reckoned with.</summary>
    public const int MostAgents = 10_000_000;

    /// <summary>This part (0 to below 1) within <see cref="ThresholdSeconds"/>; 0 is no goal.</summary>
    public double? ServiceLevel { get; init; }

    /// <summary>0 or more. Needed for a service level, as a goal and as a figure.</summary>
    public double? ThresholdSeconds { get; init; }

    public ServiceLevelDefinition Definition { get; init; }

    /// <summary>Mean wait of those who are answered, at most.</summary>
    public double? AverageAnswerSeconds { get; init; }

    /// <summary>The part that gives up, at most; needs a patience. 1 is no goal.</summary>
    public double? MaxAbandonment { get; init; }

    /// <summary>The part of their time on queue that agents are busy, at most. 1 is no goal.</summary>
    public double? MaxOccupancy { get; init; }

    /// <summary>Never fewer, contacts or not; 0 unless given.</summary>
    public int MinimumAgents { get; init; }

    internal bool IsFit =>
        ServiceLevel is null or (>= 0 and <= 1) && ThresholdSeconds is null or (>= 0 and <= double.MaxValue)
        && Definition is >= ServiceLevelDefinition.AnsweredOfOffered and <= ServiceLevelDefinition.WaitedNoLonger
        && AverageAnswerSeconds is null or (>= 0 and <= double.MaxValue) && MaxAbandonment is null or (>= 0 and <= 1)
        && MaxOccupancy is null or (> 0 and <= 1) && MinimumAgents is >= 0 and <= MostAgents
        && (ServiceLevel is null || ThresholdSeconds is not null);

    internal bool HasAny =>
        ServiceLevel is > 0 || AverageAnswerSeconds is not null || MaxAbandonment is < 1 || MaxOccupancy is not null;

    /// <summary>The goals that are kept with a business unit.</summary>
    public static StaffingGoals Of(ServiceGoal goal, ServiceLevelDefinition definition = default) => new()
    {
        ServiceLevel = goal.AnswerPercent / 100.0,
        ThresholdSeconds = goal.AnswerWithinSeconds,
        Definition = definition,
        AverageAnswerSeconds = goal.AverageAnswerSeconds,
        MaxAbandonment = goal.MaxAbandonmentPercent / 100.0,
        MaxOccupancy = goal.MaxOccupancyPercent / 100.0,
    };

    internal void Check(FieldChecks checks, string prefix)
    {
        Fields.Number(checks, prefix + "service_level", ServiceLevel, 0, 1);
        Fields.Number(checks, prefix + "threshold_seconds", ThresholdSeconds, 0, double.MaxValue);
        Fields.Number(checks, prefix + "average_answer_seconds", AverageAnswerSeconds, 0, double.MaxValue);
        Fields.Number(checks, prefix + "max_abandonment", MaxAbandonment, 0, 1);
        Fields.Number(checks, prefix + "max_occupancy", MaxOccupancy, double.Epsilon, 1);
        Fields.Number(checks, prefix + "minimum_agents", MinimumAgents, 0, MostAgents);
        checks.That(Enum.IsDefined(Definition), prefix + "definition", Fields.Text($"is {(int)Definition}.\nMaybe 0."));
        checks.That(ServiceLevel is null || ThresholdSeconds is not null, prefix + "threshold_seconds",
            "is missing beside a service level.\nMaybe 20.");
    }

    /// <summary>Whether there are goals, and some number of agents meets them.</summary>
    internal bool IsPossible(in Workload work, DayFactor? factor) =>
        HasAny && !IsUnbounded(work, factor)
        && ServiceLevel is not 1 && AverageAnswerSeconds is not 0
        && (MaxAbandonment is null or 1 || (work.PatienceSeconds is not null && MaxAbandonment > 0));

    /// <summary>Why not.</summary>
    internal void CheckPossible(in Workload work, DayFactor? factor, FieldChecks checks, string prefix)
    {
        checks.That(!IsUnbounded(work, factor), prefix + "average_answer_seconds",
            "has no mean over uncertain days without patience_seconds: on the busiest the queue only grows."
                + "\nMaybe give a patience, or a service level instead.");
        checks.That(HasAny, prefix + "service_level",
            "is missing, and so is every other goal.\nMaybe 0.8 with threshold_seconds 20.");
        checks.That(ServiceLevel is not 1, prefix + "service_level",
            "is 1: no number of agents serves everybody in time.\nMaybe 0.99.");
        checks.That(AverageAnswerSeconds is not 0, prefix + "average_answer_seconds",
            "is 0: with any number of agents somebody waits.\nMaybe 1.");
        checks.That(MaxAbandonment is not 0, prefix + "max_abandonment",
            "is 0: with any number of agents somebody gives up.\nMaybe 0.01.");
        checks.That(MaxAbandonment is null or 0 or 1 || work.PatienceSeconds is not null, prefix + "max_abandonment",
            Fields.Text($"is {MaxAbandonment}, but patience_seconds is not given: nobody would ever give up.")
                + "\nMaybe give a patience, or leave the goal out.");
    }

    private bool IsUnbounded(in Workload work, DayFactor? factor) =>
        factor is { Variation: > 0 } && work.PatienceSeconds is null && AverageAnswerSeconds is not null;
}
