using Muster.Domain.People;
using Muster.Domain.Schedules;

namespace Muster.Storage.Schedules;

/// <summary>What revisions made of published schedules.</summary>
/// <param name="Days">Those in a range.</param>
/// <param name="Told">Whose days were changed, those outside as well, and the last of the revisions that did.</param>
internal sealed record MadeDays(
    int Timeline, IReadOnlyList<AgentDay> Days, IReadOnlyList<(AgentId Agent, long Revision)> Told);
