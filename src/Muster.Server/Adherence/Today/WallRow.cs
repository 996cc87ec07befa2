using Muster.Adherence.Events;
using Muster.Adherence.Results;
using Muster.Domain.Organization;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>How an agent stands, with all that is said of it. Immutable.</summary>
public sealed record WallRow
{
    /// <summary>Of the snapshot in which it was new.</summary>
    public required long Number { get; init; }

    public required WatchedPerson Person { get; init; }

    public required AgentStatus Status { get; init; }

    /// <summary>What the agent's source called it last; null: nothing was ever heard.</summary>
    public SourceState? State { get; init; }

    /// <summary>Null: nothing is scheduled.</summary>
    public ActivityCode? Scheduled { get; init; }

    public Instant ScheduledSince { get; init; }

    /// <summary>What is scheduled next; null: nothing.</summary>
    public ActivityCode? Next { get; init; }

    /// <summary>The rule that made the verdict, in a sentence.</summary>
    public required string Reason { get; init; }
}
