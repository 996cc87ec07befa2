using Muster.Domain.Outcomes;

namespace Muster.Domain.Organization;

/// <summary>How well contacts are to be served. Whatever is null is no goal.</summary>
public sealed record ServiceGoal : UnitItem<ServiceGoalId>
{
    private const int Day = 24 * 60 * 60;

    /// <summary>So many of a hundred are answered within <see cref="AnswerWithinSeconds"/>.</summary>
    public int? AnswerPercent { get; init; }

    public int? AnswerWithinSeconds { get; init; }

    public int? AverageAnswerSeconds { get; init; }

    public int? MaxAbandonmentPercent { get; init; }

    /// <summary>How much of their time on queue agents may be busy.</summary>
    public int? MaxOccupancyPercent { get; init; }

    public override void Check(FieldChecks checks) => checks
        .Range("answer_percent", AnswerPercent, 1, 100)
        .Range("answer_within_seconds", AnswerWithinSeconds, 0, 7 * Day)
        .Range("average_answer_seconds", AverageAnswerSeconds, 0, 7 * Day)
        .Range("max_abandonment_percent", MaxAbandonmentPercent, 0, 100)
        .Range("max_occupancy_percent", MaxOccupancyPercent, 1, 100)
        .Both(AnswerPercent is null == AnswerWithinSeconds is null, "answer_percent", "answer_within_seconds",
            "they are one goal, and both are given or neither.")
        .That((AnswerPercent ?? AverageAnswerSeconds ?? MaxAbandonmentPercent ?? MaxOccupancyPercent) is not null
                || AnswerWithinSeconds is not null,
            "answer_percent", "is missing, and so is every other goal.\nMaybe 80 within answer_within_seconds 20.");
}
