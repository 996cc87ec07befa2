using Microsoft.AspNetCore.Mvc;
using Muster.Domain.People;
using Muster.Domain.Synchronization;
using Muster.Storage.Synchronization;

namespace Muster.Server.Api.Synchronization;

/// <summary>Which open issues are asked for.</summary>
public sealed record IssuesQuery(
    [FromQuery(Name = "source_id")] Guid? Source,
    [FromQuery(Name = "kind")] IssueKind? Kind,
    [FromQuery(Name = "agent_id")] Guid? Agent,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "limit")] int? Limit)
{
    public IssueFilter Filter => new(
        Source is { } source ? new SourceId(source) : null, Kind, Agent is { } agent ? new AgentId(agent) : null);
}
