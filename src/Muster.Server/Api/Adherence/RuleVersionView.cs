using Muster.Adherence.Rules;
using Muster.Storage.Adherence;

namespace Muster.Server.Api.Adherence;

/// <summary>A change of a business unit's adherence rules, with the rules that it set.</summary>
/// <param name="Rules">Null: the entry was taken away.</param>
public sealed record RuleVersionView(RuleChangeView Change, AdherenceRules? Rules)
{
    public static RuleVersionView Of(RuleRow row) =>
        new(RuleChangeView.Of(row), row.Rules is { } text ? RulesJson.Read(text) : null);
}
