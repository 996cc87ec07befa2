using NodaTime;

namespace Muster.Adherence.Rules;

/// <summary>Rules that hold from a day on, by the clock of the agent's unit, until the next of their list.</summary>
/// <param name="From">Null: since ever.</param>
public sealed record DatedRules(LocalDate? From, AdherenceRules Rules);
