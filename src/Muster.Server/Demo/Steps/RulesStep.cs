using System.Globalization;
using Muster.Server.Api.Adherence;

namespace Muster.Server.Demo.Steps;

/// <summary>Sets the adherence rules of the business unit, unless it has some.</summary>
internal sealed class RulesStep(CentreGround ground) : ICentreStep
{
    public string Title => "Rules";

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        var path = $"/adherence/rules/{ground.BusinessUnit}";
        var list = await ground.Planner.GetAsync<RuleListView>(path, token);
        var rules = ground.Content.Adherence;
        if (list.Entries.Count == 0)
        {
            await ground.Planner.PutAsync($"{path}/entries/always", rules, list.Version, token);
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"{rules.Mappings.Count} states of telephones mapped, thresholds of {rules.Categories.Count} categories");
    }
}
