using Muster.Adherence.Rules;
using Muster.Server.Adherence;
using Muster.Server.Api.Adherence;
using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>What the adherence rules of a unit say of the simulated states; sets what is missing.</summary>
internal sealed class StateRules(NodeQuestions node, SimulateOptions options)
{
    /// <summary>Says which states count as nothing; with <see cref="SimulateOptions.Map"/> they are mapped.</summary>
    /// <returns>A sentence; null: every state is mapped.</returns>
    public async Task<string?> CheckAsync(SimulatedUnit unit, LocalDate day, CancellationToken token)
    {
        var path = $"/adherence/rules/{unit.Business.Id}";
        if (await node.FindAsync<RuleListView>(path, token) is not { } list)
        {
            return "This client does not see the adherence rules: whether states are mapped is not known.\n"
                + "Maybe grant it adherence:view.";
        }

        var entry = list.Entries.LastOrDefault(one => one.From is not { } from || from <= day);
        var rules = entry?.Rules ?? AdherenceRules.None;
        var missing = StateWords.Mappings(options.Source).Where(one => !rules.Mappings.Any(known =>
            known.Source == one.Source && known.State == one.State && known.Reason == one.Reason)).ToList();
        if (missing.Count == 0)
        {
            return null;
        }

        var words = string.Join(", ", missing.Select(one => new StateWord(one.State, one.Reason)));
        if (!options.Map)
        {
            return $"The adherence rules of {unit.Business.Name} map no state {words} of {options.Source} on "
                + $"{day:uuuu-MM-dd}: such states are judged as unknown.\nMaybe start with --map.";
        }

        await node.PutAsync(
            $"{path}/entries/{RuleDay.Write(entry?.From)}",
            rules with { Mappings = [.. rules.Mappings, .. missing] }, list.Version, token);
        return $"{words} of {options.Source} are mapped now in the adherence rules of {unit.Business.Name}.";
    }
}
