namespace Muster.Domain.Identity;

/// <summary>One line of the audit trail.</summary>
/// <param name="Before">The entity before, as JSON; null when it was created.</param>
/// <param name="After">The entity after, as JSON; null when it was removed.</param>
public sealed record AuditEntry(
    long Id,
    DateTimeOffset At,
    Actor Actor,
    string Action,
    string Entity,
    string EntityId,
    string? Before,
    string? After,
    string RequestId);
