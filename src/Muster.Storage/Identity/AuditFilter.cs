namespace Muster.Storage.Identity;

/// <summary>Which part of the audit trail to read. Empty texts and null times do not filter.</summary>
/// <param name="Actor">Part of the actor's name.</param>
/// <param name="From">First instant, inclusive.</param>
/// <param name="To">Last instant, exclusive.</param>
public sealed record AuditFilter(
    string Actor, string Entity, string EntityId, DateTimeOffset? From, DateTimeOffset? To);
