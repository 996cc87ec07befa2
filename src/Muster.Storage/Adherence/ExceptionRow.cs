using Muster.Domain.People;
using NodaTime;

namespace Muster.Storage.Adherence;

/// <summary>An exception of an agent, as far as it lies in one day.</summary>
public sealed record ExceptionRow
{
    public required AgentId Agent { get; init; }

    /// <summary>By the clock of the agent's zone.</summary>
    public required LocalDate Day { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required string Verdict { get; init; }

    public required string Impact { get; init; }

    public required string Rule { get; init; }

    /// <summary>What was scheduled; null: nothing.</summary>
    public Guid? ActivityCode { get; init; }

    public required string Actual { get; init; }

    /// <summary>Null: nothing was ever heard of the agent.</summary>
    public string? Source { get; init; }

    public string? State { get; init; }

    public string? Reason { get; init; }

    public required long ScheduleVersion { get; init; }

    public DateTimeOffset? ToldAt { get; init; }

    public Guid? Approval { get; init; }
}
