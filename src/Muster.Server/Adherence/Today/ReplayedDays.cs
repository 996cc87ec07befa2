using Muster.Storage.Adherence;
using Muster.Storage.Events;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>Days of one agent, folded by themselves, with what they were folded from.</summary>
internal sealed record ReplayedDays
{
    /// <summary>Of the agent alone.</summary>
    public required TenantFold Fold { get; init; }

    /// <summary>By the clock of the unit.</summary>
    public required Interval Range { get; init; }

    /// <summary>By the database's clock.</summary>
    public required Instant Now { get; init; }

    public required long ScheduleVersion { get; init; }

    /// <summary>All versions of the days and of those beside them.</summary>
    public required IReadOnlyList<ToldDay> Published { get; init; }

    /// <summary>In order; some are of before.</summary>
    public required IReadOnlyList<LoggedEvent> Events { get; init; }

    /// <summary>The states of the events.</summary>
    public required IReadOnlyList<EventState> States { get; init; }

    /// <summary>Their names by number.</summary>
    public required IReadOnlyDictionary<int, string> Sources { get; init; }

    public required IReadOnlyList<ApprovalRow> Approvals { get; init; }
}
