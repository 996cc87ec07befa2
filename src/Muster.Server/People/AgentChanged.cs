using Muster.Domain.People;

namespace Muster.Server.People;

/// <param name="IsChanged">False when it was that way already.</param>
public sealed record AgentChanged(Agent Agent, bool IsChanged);
