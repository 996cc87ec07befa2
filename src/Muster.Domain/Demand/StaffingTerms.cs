using Muster.Domain.Organization;
using Muster.Domain.Outcomes;

namespace Muster.Domain.Demand;

/// <summary>What a planning group's requirement is reckoned by. Whatever is null is as usual.</summary>
public sealed record StaffingTerms
{
    /// <summary>Null: 80 % within 20 seconds.</summary>
    public ServiceGoalId? ServiceGoalId { get; init; }

    /// <summary>The part of paid time in which people are not on queue.</summary>
    public double ShrinkagePercent { get; init; } = 30;

    /// <summary>How long people wait on average before they give up; null: they all wait.</summary>
    public int? PatienceSeconds { get; init; }

    /// <summary>Mean handle time where the history has none, or against it; null: as learned.</summary>
    public double? HandleSeconds { get; init; }

    /// <summary>Chats that an agent has at once.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>Never fewer while open.</summary>
    public int MinimumAgents { get; init; }

    /// <summary>Whether goals are to be met over days that turn out busier or quieter than forecast.</summary>
    public bool UncertainDays { get; init; }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public Refusal? Check() => new FieldChecks()
        .That(ShrinkagePercent is >= 0 and <= 99, "shrinkage_percent", $"{ShrinkagePercent} is not 0 to 99.")
        .Range("patience_seconds", PatienceSeconds, 1, 86_400)
        .That(
            HandleSeconds is null or (> 0 and <= 86_400), "handle_seconds",
            $"{HandleSeconds} is not above 0 to 86400.")
        .Range("at_once", AtOnce, 1, 100)
        .Range("minimum_agents", MinimumAgents, 0, 100_000)
        .Refusal;
}
