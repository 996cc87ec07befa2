using Muster.Domain.Identity;
using Muster.Domain.People;

namespace Muster.Server.Synchronization;

/// <summary>How somebody settles an issue.</summary>
/// <param name="JoinWith">The agent who is the same person; null: nothing is joined.</param>
public sealed record Settlement(Guid Issue, AgentId? JoinWith, Caller Caller);
