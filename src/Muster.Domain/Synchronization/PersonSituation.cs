using Muster.Domain.People;
using Muster.Domain.Sources;
using NodaTime;

namespace Muster.Domain.Synchronization;

/// <summary>Everything that a decision on one person rests on.</summary>
/// <param name="Agent">As Muster has the person; null when it does not.</param>
/// <param name="Today">Where the person works.</param>
public sealed record PersonSituation(
    Agent? Agent, SourceObject Said, SourceRules Rules, KnownReferences References, LocalDate Today,
    DateTimeOffset Now);
