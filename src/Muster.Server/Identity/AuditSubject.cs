namespace Muster.Server.Identity;

/// <summary>What was done, to what.</summary>
/// <param name="Version">
/// The entity's version after the change, of which every node learns; null when no node caches anything of it.
/// </param>
public readonly record struct AuditSubject(string Action, string Entity, string EntityId, long? Version = null);
