using Muster.Domain.People;

namespace Muster.Storage.Adherence;

/// <summary>Somebody approved what an agent did within <c>[start, end)</c>.</summary>
public sealed record ApprovalRow(
    Guid Id, AgentId Agent, DateTimeOffset Start, DateTimeOffset End, string Note, string Author, DateTimeOffset At);
