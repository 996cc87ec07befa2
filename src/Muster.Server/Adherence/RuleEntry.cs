using Muster.Adherence.Rules;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence;

/// <summary>Rules that hold from a day on, and who made them so.</summary>
/// <param name="From">Null: since ever.</param>
/// <param name="Version">Of the unit's rules, when this entry was last changed.</param>
public sealed record RuleEntry(
    LocalDate? From, long Version, string Author, DateTimeOffset At, AdherenceRules Rules)
{
    /// <returns>Null for an entry that was taken away.</returns>
    public static RuleEntry? Of(RuleRow row) => row.Rules is { } rules
        ? new RuleEntry(row.From, row.Version, row.Author, row.At, RulesJson.Read(rules))
        : null;
}
