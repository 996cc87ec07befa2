using Muster.Cluster.Mesh;

namespace Muster.Server.Api.Cluster;

/// <summary>A link of the answering node.</summary>
/// <param name="Dialled">Whether this side opened it.</param>
/// <param name="RoundTripMs">Of the last ping; null before the first.</param>
/// <param name="Waiting">Frames that wait to be sent.</param>
/// <param name="Conflated">Frames merged into newer ones before they were sent.</param>
/// <param name="Dropped">Frames not sent because too many waited.</param>
public sealed record MeshLinkStateView(
    string Peer,
    bool Dialled,
    double AgeSeconds,
    double? RoundTripMs,
    int Waiting,
    long Sent,
    long Received,
    long Conflated,
    long Dropped)
{
    public static MeshLinkStateView Of(MeshLinkView link) => new(
        link.Peer.Name, link.Dialled is not null, Math.Round(link.Age.TotalSeconds, 1),
        link.RoundTrip is { } trip ? Math.Round(trip.TotalMilliseconds, 3) : null,
        link.Waiting, link.Counts.Sent, link.Counts.Received, link.Counts.Conflated, link.Counts.Dropped);
}
