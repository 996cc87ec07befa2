namespace Muster.Server.Identity;

/// <summary>What was done, to what.</summary>
public readonly record struct AuditSubject(string Action, string Entity, string EntityId);
