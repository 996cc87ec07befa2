using System.Globalization;
using Muster.Server.Api;
using Muster.Server.Api.Schedules;
using Muster.Server.Demo.Content;
using Muster.Server.Demo.Days;

namespace Muster.Server.Demo.Steps;

/// <summary>Makes a draft of each unit from the build, with leave and meetings, and publishes it.</summary>
internal sealed class PublishStep(CentreGround ground) : ICentreStep
{
    private const int DaysOfWeek = 7;

    public string Title => "Publish";

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        var published = 0;
        foreach (var unit in ground.Content.Units)
        {
            var id = ground.IdOf("management-units", unit.Name);
            if (await FindAsync(ground.Planner, id, token) is not { } revision)
            {
                tell($"drafting the {unit.Name}");
                var draft = await DraftAsync(unit, id, token);
                tell($"publishing the {unit.Name}");
                published += (await ground.Planner.PostAsync<PublishedView>(
                    "/schedules/publish", new PublishBody(draft.Id, Note: CentreGround.Note), token)).AgentDays;
            }
            else
            {
                published += revision.AgentDays;
            }
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"{published:N0} days of agents, {ground.Monday:uuuu-MM-dd} to {ground.LastDay:uuuu-MM-dd}");
    }

    /// <summary>What the demonstration published of a unit; null: nothing yet.</summary>
    public static async Task<RevisionView?> FindAsync(CentreClient planner, Guid unit, CancellationToken token)
    {
        for (var cursor = ""; ;)
        {
            var part = await planner.GetAsync<Page<RevisionView>>(
                $"/schedules/revisions?management_unit_id={unit}&limit={PageRequest.MaxLimit}{cursor}", token);
            var found = part.Items.FirstOrDefault(revision => revision.Note == CentreGround.Note);
            if (found is not null || part.NextCursor is null)
            {
                return found;
            }

            cursor = $"&cursor={Uri.EscapeDataString(part.NextCursor)}";
        }
    }

    private Guid CodeOf(string name) => ground.IdOf("activity-codes", name);

    private async Task<DraftView> DraftAsync(UnitContent unit, Guid id, CancellationToken token)
    {
        var drafts = await ground.Planner.GetAsync<Page<DraftView>>(
            $"/schedules/drafts?management_unit_id={id}&limit={PageRequest.MaxLimit}", token);
        var draft = drafts.Items.FirstOrDefault(known => known.Name == ground.PlanName);
        if (draft is null)
        {
            var build = await BuildStep.FindAsync(ground, token);
            draft = await ground.Planner.PostAsync<DraftView>(
                "/schedules/drafts", new NewDraftBody(id, ground.PlanName, BuildId: build!.Id), token);
        }

        // Versions begin with 1: an edited one has its leave and meetings, which are written together.
        if (draft.Version == 1)
        {
            await EditAsync(unit, id, draft, token);
        }

        return draft;
    }

    private async Task EditAsync(UnitContent unit, Guid id, DraftView draft, CancellationToken token)
    {
        var grid = await ground.Planner.GetAsync<GridView>(
            $"/schedules/grid?management_unit_id={id}&from={ground.Monday:uuuu-MM-dd}"
            + $"&days={ground.Content.Build.Weeks * DaysOfWeek}&draft_id={draft.Id}",
            token);
        var days = new DrawnDays(grid, ground.Monday, ground.Zone, ground.Content.Seed);
        var spared = unit.FirstAgent is { } first ? new HashSet<string> { $"{first.FirstName} {first.LastName}" } : [];
        List<EditBody> edits =
        [
            .. days.Leave(CodeOf("Leave"), CodeOf("Meal"), spared),
            .. days.Meetings(CodeOf("Team meeting")),
        ];
        if (edits.Count > 0)
        {
            await ground.Planner.PostAsync<EditedView>(
                $"/schedules/drafts/{draft.Id}/edits", new EditsBody(edits), token);
        }
    }
}
