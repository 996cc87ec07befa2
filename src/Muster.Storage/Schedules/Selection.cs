using Muster.Domain.People;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Storage.Schedules;

/// <summary>Days of a draft; where agents or days are null: whichever.</summary>
public sealed record Selection(
    DraftId Draft, IReadOnlyList<AgentId>? Agents = null, IReadOnlyList<LocalDate>? Days = null)
{
    internal const string Where =
        "d.draft_id = $1 AND (d.agent_id = ANY ($2) OR $2 IS NULL) AND (d.day = ANY ($3) OR $3 IS NULL)";

    public bool Holds(AgentId agent, LocalDate day) =>
        Agents?.Contains(agent) != false && Days?.Contains(day) != false;

    /// <summary>$1, $2 and $3 of <see cref="Where"/>, and what follows them.</summary>
    internal object[] Values(params ReadOnlySpan<object> more) =>
    [
        Draft.Value,
        Commands.Uuids(Agents?.Select(agent => (Guid?)agent.Value)),
        Commands.Dates(Days),
        .. more,
    ];
}
