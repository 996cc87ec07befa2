namespace Muster.Server.Api.People;

/// <summary>One change for many agents.</summary>
/// <param name="Agents">Their ids, at most 1000.</param>
public sealed record BulkEditBody(IReadOnlyList<Guid> Agents, AgentEditBody Change)
{
    public const int Most = 1000;
}
