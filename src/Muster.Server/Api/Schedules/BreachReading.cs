using Muster.Domain.Schedules;
using Muster.Server.Schedules;
using Muster.Storage;
using Muster.Storage.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>Judges days by the rules of work plans, for the marks of the grid.</summary>
public sealed class BreachReading(UnitDayStores stores, DraftStore drafts, Database database)
{
    private const int AgentsAtOnce = 200;
    private const int MostTold = 200;

    public async Task<IReadOnlyList<BreachView>> ReadAsync(
        ScheduleUnit unit, BreachesQuery asked, DraftId? draft, CancellationToken token)
    {
        var edges = asked.Agents.SelectMany(agent => new[] { (agent, asked.Grid.First), (agent, asked.Last) }).ToList();
        var days = await stores.ReadAsync(database, unit, draft, edges, token);
        return [.. days.Breaches(asked.Grid.First, asked.Last).Select(BreachView.Of)];
    }

    /// <summary>All rules that the agents whose days a draft changes break on its days.</summary>
    public async Task<DraftBreachesView> ReadAsync(ScheduleUnit unit, ScheduleDraft draft, CancellationToken token)
    {
        var (rules, agents, told) = (0, 0, new List<BreachView>());
        foreach (var some in (await drafts.ListExtentAsync(draft.Id, token)).Chunk(AgentsAtOnce))
        {
            var edges = some.SelectMany(one => new[] { (one.Agent, draft.FirstDay), (one.Agent, draft.LastDay) });
            var days = await stores.ReadAsync(database, unit, draft.Id, edges.ToList(), token);
            var broken = days.Breaches(draft.FirstDay, draft.LastDay);
            rules += broken.Count;
            agents += broken.Select(breach => breach.Agent.Id).Distinct().Count();
            told.AddRange(broken.Take(MostTold - told.Count).Select(BreachView.Of));
        }

        return new DraftBreachesView(rules, agents, told);
    }
}
