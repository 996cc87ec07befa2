using System.Globalization;
using Muster.Server.Api;
using Muster.Server.Api.Schedules;
using Muster.Server.Demo;
using Muster.Server.Demo.Steps;

namespace Muster.Server.Commands;

/// <summary>Makes a draft of each management unit from the build, and publishes it.</summary>
internal sealed class PlanPublishing(CentreGround ground) : ICentreStep
{
    public string Title => "Publish";

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        var build = await BuildStep.FindAsync(ground, token) ?? throw new StartRefusedException(
            $"Nothing was built that is called {ground.PlanName}.", "Maybe run muster plan build first.");
        var receipts = new List<string>();
        foreach (var unit in ground.Content.Units)
        {
            tell(unit.Name);
            var draft = await DraftAsync(ground.IdOf("management-units", unit.Name), build.Id, token);
            var published = await ground.Planner.PostAsync<PublishedView>(
                "/schedules/publish", new PublishBody(draft.Id, Note: ground.PlanName), token);
            receipts.Add($"{unit.Name}: {Receipt(published)}");
        }

        return string.Join("; ", receipts);
    }

    private static string Receipt(PublishedView published) =>
        published.Applied is not { } applied
            ? published.WhyNothing ?? "nothing differs from what is published"
            : string.Create(CultureInfo.InvariantCulture,
                $"{published.AgentDays:N0} days of {published.Agents} agents, applied on "
                + $"{applied.Nodes.Count(node => node.State == "applied")} of {applied.Nodes.Count} nodes in "
                + $"{applied.TookMs:0} ms");

    private async Task<DraftView> DraftAsync(Guid unit, Guid build, CancellationToken token)
    {
        var drafts = await ground.Planner.GetAsync<Page<DraftView>>(
            $"/schedules/drafts?management_unit_id={unit}&limit={PageRequest.MaxLimit}", token);
        return drafts.Items.FirstOrDefault(draft => draft.Name == ground.PlanName)
            ?? await ground.Planner.PostAsync<DraftView>(
                "/schedules/drafts", new NewDraftBody(unit, ground.PlanName, BuildId: build), token);
    }
}
