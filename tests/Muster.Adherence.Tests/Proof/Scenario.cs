using NodaTime;

namespace Muster.Adherence.Tests.Proof;

/// <summary>What is said of an agent.</summary>
/// <param name="Facts">What is known before anything is said.</param>
/// <param name="To">When it ends.</param>
/// <param name="Tellings">In the order of hearing them.</param>
internal sealed record Scenario(Facts Facts, Instant To, IReadOnlyList<Telling> Tellings);
