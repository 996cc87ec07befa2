namespace Muster.Storage.Identity;

/// <summary>A change as the audit trail keeps it.</summary>
/// <param name="Action">What was done: <c>created</c>, <c>changed</c>, <c>signed in</c>, ...</param>
/// <param name="Before">JSON, without secrets; null when there was nothing.</param>
/// <param name="After">JSON, without secrets; null when there is nothing any more.</param>
public sealed record AuditChange(string Action, string Entity, string EntityId, string? Before, string? After);
