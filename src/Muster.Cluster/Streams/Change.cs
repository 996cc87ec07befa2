namespace Muster.Cluster.Streams;

/// <summary>One entity written in a scope.</summary>
/// <param name="Entity">What kind of thing: "user".</param>
/// <param name="EntityVersion">The entity's own version after the change; it grows with every change of it.</param>
/// <param name="Payload">The entity as it is now, where that is small and no secret; null: read it.</param>
public sealed record Change(
    string Entity, string Id, long EntityVersion, ChangeOperation Operation, string? Payload = null);
