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
/// <param name="IsStale">What it was built from has changed since; null: nothing to compare yet.</param>
/// <param name="Changed">What of it has changed.</param>
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
    bool? IsStale,
    IReadOnlyList<BuildInputPart> Changed)
{
    /// <param name="parts">Of one unit.</param>
    /// <param name="changed">Null: nothing to compare yet.</param>
    public static BuildUnitView Of(IReadOnlyList<BuildPartRow> parts, IReadOnlyList<BuildInputPart>? changed)
    {
        var best = BuildPartRow.BestOf(parts);
        return new BuildUnitView(
            best.Unit.Value, StateOf(parts), best.Sentence, best.Seed,
            [.. parts.Select(part => part.Node).OfType<string>().Distinct()],
            Math.Round(parts.Max(part => part.Spent.TotalSeconds), 1), parts.Sum(part => part.Steps), best.Breaches,
            best.Cost, best.Bound, DemandJson.Read<IReadOnlyList<ProgressPoint>>(best.Progress),
            DemandJson.Read<IReadOnlyList<string>>(best.Findings), changed is null ? null : changed.Count > 0,
            changed ?? []);
    }

    private static string StateOf(IReadOnlyList<BuildPartRow> parts) =>
        parts.Any(part => part.State == "running") ? "running"
        : parts.Any(part => part.State == "waiting") ? "waiting"
        : parts.Any(part => part.State == "done") ? "done"
        : "failed";
}
