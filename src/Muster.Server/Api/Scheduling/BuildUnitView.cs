using Muster.Domain.Demand;
using Muster.Server.Scheduling;
using Muster.Storage.Scheduling;

namespace Muster.Server.Api.Scheduling;

/// <summary>What was found for a management unit: the best of its searches.</summary>
/// <param name="State">waiting, running, done or failed.</param>
/// <param name="Seed">Of the best search.</param>
/// <param name="Nodes">Which builders search, or did.</param>
/// <param name="Seconds">How long the longest of its searches has gone on.</param>
/// <param name="Breaches">Of hard rules; null: there is no schedule yet.</param>
/// <param name="Bound">What no schedule can cost less than; null: not known.</param>
/// <param name="Findings">What was found amiss, as sentences.</param>
/// <param name="IsStale">People, plans or the forecast have changed since; null: nothing to compare yet.</param>
public sealed record BuildUnitView(
    Guid ManagementUnitId,
    string State,
    string Sentence,
    long Seed,
    IReadOnlyList<string> Nodes,
    double Seconds,
    long Steps,
    long? Breaches,
    long? Cost,
    long? Bound,
    IReadOnlyList<ProgressPoint> Progress,
    IReadOnlyList<string> Findings,
    bool? IsStale)
{
    /// <param name="parts">Of one unit.</param>
    public static BuildUnitView Of(IReadOnlyList<BuildPartRow> parts, bool? isStale)
    {
        var best = Best(parts);
        return new BuildUnitView(
            best.Unit.Value, StateOf(parts), best.Sentence, best.Seed,
            [.. parts.Select(part => part.Node).OfType<string>().Distinct()],
            Math.Round(parts.Max(part => part.Spent.TotalSeconds), 1), parts.Sum(part => part.Steps), best.Breaches,
            best.Cost, best.Bound, DemandJson.Read<IReadOnlyList<ProgressPoint>>(best.Progress),
            DemandJson.Read<IReadOnlyList<string>>(best.Findings), isStale);
    }

    /// <summary>The one whose schedule counts; of none with a schedule, the first.</summary>
    public static BuildPartRow Best(IReadOnlyList<BuildPartRow> parts) =>
        parts.Where(part => part.Cost is not null).MinBy(part => (part.Breaches, part.Cost)) ?? parts[0];

    private static string StateOf(IReadOnlyList<BuildPartRow> parts) =>
        parts.Any(part => part.State == "running") ? "running"
        : parts.Any(part => part.State == "waiting") ? "waiting"
        : parts.Any(part => part.State == "done") ? "done"
        : "failed";
}
