using Muster.Cluster.Leases;
using Muster.Domain.People;
using Muster.Server.Adherence.Today;
using Muster.Storage;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.Results;

/// <summary>Judges past days anew from the log, a few agents at a time, the newest days first.</summary>
internal sealed partial class RecountWork(
    RecountParts parts, AgentReplay replay, Database database, AggregatorMetrics metrics, TimeProvider time,
    ILogger<RecountWork> logger)
{
    private const int AgentsAtOnce = 10;
    private const int DaysAtOnce = 31;

    // What is new goes first: after so long it is looked whether there is something.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // They wait for another process, or to be asked for again.
    private readonly HashSet<(AgentId, long)> _failed = [];

    /// <summary>Works for a while.</summary>
    /// <returns>Whether more waits.</returns>
    public async Task<bool> WorkAsync(PastSight sight, Fence fence, CancellationToken token)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var next = await parts.Recounts.ListNextAsync(AgentsAtOnce + _failed.Count, token);
            metrics.Recounts = next.Count < AgentsAtOnce ? next.Count : await parts.Recounts.CountAsync(token);
            _failed.IntersectWith(next.Select(one => (one.Agent, one.Number)));
            var asked = next.Where(one => !_failed.Contains((one.Agent, one.Number))).Take(AgentsAtOnce).ToList();
            if (asked.Count == 0)
            {
                return false;
            }

            await RecountAsync(asked, sight, fence, token);
            if (time.GetElapsedTime(began) >= Patience)
            {
                return true;
            }
        }
    }

    private async Task RecountAsync(
        IReadOnlyList<Recount> asked, PastSight sight, Fence fence, CancellationToken token)
    {
        var (rows, done) = (new RowMaking(), new List<(Recount, LocalDate)>());
        foreach (var one in asked)
        {
            var days = Next(one, sight);
            if (await TryJudgeAsync(one, days, rows, token))
            {
                done.Add((one, days.First));
            }
        }

        await using var transaction = await database.BeginFencedAsync(
            AggregatorDuty.Context(time.GetUtcNow()), fence, token);
        var made = rows.Take();
        await parts.Results.PutAsync(transaction, made, token);
        await parts.Recounts.DoneAsync(transaction, done, token);
        await transaction.CommitAsync(token);
        metrics.Stored(made, null);
    }

    // Days that are judged live are left to those who do.
    private static (LocalDate First, LocalDate End) Next(Recount one, PastSight sight)
    {
        var end = LocalDate.Min(one.End, sight.FirstLiveDay(one.Agent));
        return (LocalDate.Min(end, LocalDate.Max(one.First, end.PlusDays(-DaysAtOnce))), end);
    }

    private async Task<bool> TryJudgeAsync(
        Recount one, (LocalDate First, LocalDate End) days, RowMaking rows, CancellationToken token)
    {
        try
        {
            await JudgeAsync(one, days, rows, token);
            return true;
        }
        catch (Exception fault) when (IsOfThisAgent(fault)) // Edge: one agent. The others go on.
        {
            _failed.Add((one.Agent, one.Number));
            Failed(fault, one.Agent, days.First, days.End);
            return false;
        }
    }

    private static bool IsOfThisAgent(Exception fault) =>
        fault is not OperationCanceledException && !StorageTrouble.IsPassing(fault);

    // Who belongs to no unit any more is judged by nobody's rules: what is stored stays.
    private async Task JudgeAsync(
        Recount one, (LocalDate First, LocalDate End) days, RowMaking rows, CancellationToken token)
    {
        var known = await parts.Organization.CurrentAsync(token);
        if (days.First >= days.End || await parts.Agents.FindAsync(one.Agent, token) is not { } agent
            || agent.ManagementUnit is not { } id || known.ManagementUnits.Find(id) is not { } unit
            || known.BusinessUnits.Find(unit.BusinessUnitId) is not { } business)
        {
            return;
        }

        var replayed = await replay.FoldAsync(agent, new AdherenceUnit(known, business, unit), days, token);
        if (replayed.Range.Start < replayed.Fold.Engine.Now)
        {
            rows.Add(
                replayed.Fold.Engine, replayed.Fold.States, new Whereabouts(agent.Id, known.ZoneOf(unit)),
                new Interval(replayed.Range.Start, replayed.Fold.Engine.Now), replayed.Range.Start);
        }
    }
}
