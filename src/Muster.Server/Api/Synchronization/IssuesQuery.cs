using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Synchronization;
using Muster.Server.Api.Json;
using Muster.Storage.Synchronization;

namespace Muster.Server.Api.Synchronization;

/// <summary>Which open issues are asked for.</summary>
public sealed record IssuesQuery(
    [property: FromQuery(Name = "source_id"), Description("Only those of this source.")] Guid? Source,
    [property: FromQuery(Name = "kind"), Description("Only those of this kind.")] string? Kind,
    [property: FromQuery(Name = "agent_id"), Description("Only those about this agent.")] Guid? Agent,
    [property: FromQuery(Name = "cursor")] string? Cursor,
    [property: FromQuery(Name = "limit")] int? Limit)
{
    public Refusal? Check() => Kind is null || EnumWord.Read<IssueKind>(Kind) is not null
        ? null
        : new Refusal.Invalid("kind", $"must be one of {EnumWord.All<IssueKind>()}.");

    public IssueFilter Filter() => new(
        Source is { } source ? new SourceId(source) : null,
        EnumWord.Read<IssueKind>(Kind),
        Agent is { } agent ? new AgentId(agent) : null);
}
