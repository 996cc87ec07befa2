using Muster.Domain.Organization;

namespace Muster.Domain.People;

/// <param name="Code">What the agent signs in with at that switch.</param>
public sealed record AgentLogin(SwitchId Switch, string Code);
