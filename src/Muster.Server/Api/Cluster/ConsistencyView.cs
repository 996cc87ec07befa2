using System.Globalization;
using Muster.Cluster.Members;

namespace Muster.Server.Api.Cluster;

/// <summary>What the consistency checkers of all nodes that are there have found since their start.</summary>
/// <param name="Checked">Answers of nodes compared with the database.</param>
/// <param name="Stale">Of those, how many were older than a second.</param>
/// <param name="Unanswered">Answers that did not come in time.</param>
public sealed record ConsistencyView(long Checked, long Stale, long Unanswered, string Sentence)
{
    public static ConsistencyView Of(ReadCounts figures) => new(
        figures.Checked, figures.Stale, figures.Unanswered,
        string.Create(CultureInfo.InvariantCulture,
            $"Stale reads older than 1 s: {figures.Stale} of {figures.Checked}."));
}
