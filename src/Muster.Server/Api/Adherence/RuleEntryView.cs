using Muster.Adherence.Rules;
using Muster.Server.Adherence;
using NodaTime;

namespace Muster.Server.Api.Adherence;

/// <summary>Rules that hold from a day on, until the next entry begins.</summary>
/// <param name="From">The first day, by the clock of the agent's unit; null: since ever.</param>
/// <param name="Version">Of the unit's rules, when this entry was last changed.</param>
public sealed record RuleEntryView(
    LocalDate? From, long Version, string Author, DateTimeOffset At, AdherenceRules Rules)
{
    public static RuleEntryView Of(RuleEntry entry) =>
        new(entry.From, entry.Version, entry.Author, entry.At, entry.Rules);
}
