namespace Muster.Server.Api.People;

/// <summary>An agent whom no directory knows.</summary>
public sealed record NewAgentBody(Guid TenantId, AgentEditBody Agent);
