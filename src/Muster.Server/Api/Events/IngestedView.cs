using Muster.Server.Events;
using Muster.Storage.Events;

namespace Muster.Server.Api.Events;

/// <summary>What became of the lines of a request; all of it is committed.</summary>
/// <param name="LastPosition">The source's highest in its current run: where to go on.</param>
/// <param name="Duplicates">Lines that came before.</param>
/// <param name="Quarantined">Lines that cannot be used, and are kept.</param>
/// <param name="Dropped">Lines that cannot be used, and were not kept because the quarantine is full.</param>
/// <param name="Rejected">The first hundred that cannot be used.</param>
public sealed record IngestedView(
    Guid SourceId, int Run, long LastPosition, long Accepted, long Duplicates, long Quarantined, long Dropped,
    IReadOnlyList<RejectedLine> Rejected)
{
    public static IngestedView Of(EventSource source, TakenLines taken) => new(
        source.Id, taken.Counts.Run, taken.Counts.Position, taken.Counts.Accepted, taken.Counts.Duplicates,
        taken.Counts.Quarantined, taken.Counts.Dropped, taken.Rejected);
}
