namespace Muster.Domain.People;

/// <summary>What can happen to an agent.</summary>
public enum AgentEventKind
{
    Created,
    Terminated,
    Reinstated,

    /// <summary>Another contract under the same identity: another employee number.</summary>
    Rehired,

    /// <summary>To another site or management unit.</summary>
    Moved,

    /// <summary>None of ours any more: a site planned elsewhere, or no agent any more.</summary>
    Removed,
    Restored,

    /// <summary>Anything else: name, skills, logins, team.</summary>
    Changed,
}
