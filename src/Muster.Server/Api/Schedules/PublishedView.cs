using Muster.Server.Api.Cluster;
using Muster.Server.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>What was published, and which nodes serve it.</summary>
/// <param name="Version">Of the published schedules; null: nothing differed, so there is no new one.</param>
/// <param name="Revision">What was made, by its id.</param>
/// <param name="AgentDays">That came out other than they were.</param>
/// <param name="Merged">Of them, where another's change was kept as well.</param>
/// <param name="Overwritten">Of them, where another's change was put aside by force.</param>
/// <param name="Applied">For each node how long it took; null: nobody waited for it.</param>
/// <param name="Pending">Nodes that have not said so yet; with them the answer is 202.</param>
/// <param name="WhyNothing">Why there is no new version; null: there is one, or nothing was to be made.</param>
/// <param name="Edited">The days, where they were edited and not published from a draft.</param>
public sealed record PublishedView(
    long? Version, long? Revision, Guid ManagementUnitId, int Agents, int AgentDays, int Merged, int Overwritten,
    ReceiptView? Applied = null, IReadOnlyList<string>? Pending = null, EditedView? Edited = null,
    string? WhyNothing = null)
{
    public static PublishedView Of(ScheduleUnit unit, PublishedCounts counts) => new(
        null, counts.Revision, unit.Unit.Id.Value, counts.Agents, counts.AgentDays, counts.Merged, counts.Overwritten,
        WhyNothing: counts.WhyNothing);
}
