using Muster.Domain.Identity;

namespace Muster.Storage.Identity;

/// <summary>What the database says of a key or token.</summary>
/// <param name="Timeline">Of the database that answered: one that has been failed away from says old things.</param>
/// <param name="Caller">Null when nobody is known by it, or no longer.</param>
public sealed record CallerReading(int Timeline, Caller? Caller);
