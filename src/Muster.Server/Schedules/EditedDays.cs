using Muster.Domain.People;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>What steps of editing came to.</summary>
/// <param name="Changed">The days that came out other than they were.</param>
/// <param name="Breaches">Rules of work plans that they break, and that were kept before.</param>
public sealed record EditedDays(
    IReadOnlyDictionary<(AgentId Agent, LocalDate Day), DayContent> Changed, IReadOnlyList<AgentBreach> Breaches,
    string Sentence);
