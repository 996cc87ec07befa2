using NodaTime;

namespace Muster.Adherence.Engine;

/// <summary>A source of which nothing was heard for more than 60 seconds: its agents are unknown.</summary>
/// <param name="Source">Its number in the table of states.</param>
/// <param name="LastHeard">By the source's corrected clock.</param>
public readonly record struct SilentSource(int Source, Instant LastHeard);
