using Muster.Storage.Adherence;

namespace Muster.Server.Api.Adherence;

/// <summary>Where the agent is out or unscheduled within this time, that is explained.</summary>
public sealed record ApprovalView(
    Guid Id, Guid AgentId, DateTimeOffset Start, DateTimeOffset End, string Note, string Author, DateTimeOffset At)
{
    public static ApprovalView Of(ApprovalRow row) =>
        new(row.Id, row.Agent.Value, row.Start, row.End, row.Note, row.Author, row.At);
}
