using System.Text.Json;
using Muster.Server.Api.Json;

namespace Muster.Server.Events;

/// <summary>What a source is told of a message, after its lines are committed.</summary>
/// <param name="Acknowledged">The highest position in the message; null when it has none.</param>
/// <param name="Rejected">The first hundred lines that could not be used.</param>
public sealed record StreamAnswer(
    long? Acknowledged, long Accepted, long Duplicates, long Quarantined, long Dropped,
    IReadOnlyList<RejectedLine> Rejected)
{
    public static byte[] Of(IReadOnlyList<EventLine> lines, ChunkCounts counts) => JsonSerializer.SerializeToUtf8Bytes(
        new StreamAnswer(
            lines.Max(line => line.Position), counts.Accepted, counts.Duplicates, counts.Quarantined, counts.Dropped,
            [.. RejectedLine.Of(lines).Take(RejectedLine.Most)]),
        ApiJson.Options);
}
