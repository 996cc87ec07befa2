using Muster.Adherence.Rules;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Api.Adherence;

/// <summary>A change of a business unit's adherence rules.</summary>
/// <param name="Version">That it made.</param>
/// <param name="From">The day of the entry that was changed; null: since ever.</param>
/// <param name="IsRemoval">Whether the entry was taken away.</param>
/// <param name="MappingCount">How many mappings the entry had then.</param>
/// <param name="TermsCount">How many categories and activities it had terms for.</param>
public sealed record RuleChangeView(
    long Version, LocalDate? From, bool IsRemoval, int MappingCount, int TermsCount, string Author, DateTimeOffset At)
{
    public static RuleChangeView Of(RuleRow row)
    {
        var rules = row.Rules is { } text ? RulesJson.Read(text) : AdherenceRules.None;
        return new RuleChangeView(
            row.Version, row.From, row.Rules is null, rules.Mappings.Count,
            rules.Categories.Count + rules.Activities.Count, row.Author, row.At);
    }
}
