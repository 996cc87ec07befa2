namespace Muster.Server.Api.People;

public sealed record AgentLoginView(Guid SwitchId, string Code);
