namespace Muster.Storage.Scheduling;

/// <summary>A node of the pool.</summary>
/// <param name="Busy">How many parts it has.</param>
/// <param name="Since">When it started.</param>
public sealed record BuilderRow(string Node, int Slots, int Busy, DateTimeOffset Since);
