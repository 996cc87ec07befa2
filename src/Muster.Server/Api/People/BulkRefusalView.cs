namespace Muster.Server.Api.People;

public sealed record BulkRefusalView(Guid AgentId, string Reason);
