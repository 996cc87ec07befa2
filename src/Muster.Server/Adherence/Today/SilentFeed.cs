using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>A source that is silent.</summary>
public sealed record SilentFeed(string Source, Instant LastHeard);
