using Muster.Domain.Identity;

namespace Muster.Storage;

/// <summary>Who writes, when, and on which request: what the audit trail records with each change.</summary>
public sealed record WriteContext(Actor Actor, DateTimeOffset At, string RequestId);
