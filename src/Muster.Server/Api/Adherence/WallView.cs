namespace Muster.Server.Api.Adherence;

/// <summary>How the agents of a management unit stand at a moment.</summary>
/// <param name="TimeZone">The unit's, as IANA calls it.</param>
/// <param name="AsOf">Everything here is as of this second.</param>
/// <param name="ScheduleVersion">Of the published schedules that it is judged by.</param>
/// <param name="SilentSources">Sources of which nothing was heard lately: their agents are unknown.</param>
/// <param name="Agents">In no order; of a live page that adds to what is known: those who have changed.</param>
public sealed record WallView(
    Guid UnitId, string TimeZone, DateTimeOffset AsOf, long ScheduleVersion, WallFiguresView Figures,
    IReadOnlyList<SilentSourceView> SilentSources, IReadOnlyList<WallAgentView> Agents);
