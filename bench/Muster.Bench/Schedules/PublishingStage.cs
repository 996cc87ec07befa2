using Muster.Bench.Cluster;
using Muster.Bench.Stage;
using Muster.Domain.Organization;
using Muster.Domain.Schedules;
using Muster.Server.Schedules;
using Muster.Storage;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Bench.Schedules;

/// <summary>A unit with its agents on a node in this process, and drafts for it.</summary>
internal sealed class PublishingStage(IServiceProvider services, Workforce hired, ManagementUnit unit)
{
    public const int MostAgents = 5_000;

    private const int MinutesOfDay = 24 * 60;

    private readonly Database _database = services.GetRequiredService<Database>();

    public ScheduleUnit Unit { get; } = hired.ScheduleOf(unit);

    public LocalDate FirstDay { get; } = LocalDate.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public static async Task<PublishingStage> SetAsync(BenchNodes nodes, CancellationToken token)
    {
        var hired = await Workforce.HireAsync(nodes.Database, units: 1, MostAgents, token);
        return new PublishingStage(nodes.Services, hired, hired.Units[0]);
    }

    /// <summary>A draft of shifts for some agents and days, each of which starts another minute later.</summary>
    public async Task<DraftId> DraftAsync(int agents, int days, int later, CancellationToken token)
    {
        var draft = new DraftId(New());
        await using var transaction = await BenchWrites.BeginAsync(_database, token);
        await new DraftStore(_database).FillAsync(
            transaction, draft,
            from agent in hired.Agents.Where(agent => agent.ManagementUnit == unit.Id).Take(agents)
            from day in Enumerable.Range(0, days)
            select new DraftDay(agent.Id, FirstDay.PlusDays(day), 0, 1, "bench", Shift(FirstDay.PlusDays(day), later)),
            token);
        await transaction.CommitAsync(token);
        return draft;
    }

    /// <summary>Publishes a draft and waits until every node has it.</summary>
    /// <returns>How long it took, and how many days came out other than they were.</returns>
    public async Task<(double Milliseconds, int Days)> PublishAsync(
        DraftId draft, TimeSpan patience, CancellationToken token)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var transaction = await BenchWrites.BeginAsync(_database, token);
        var made = await services.GetRequiredService<Publishing>().PublishAsync(
            transaction, new PublishWork(Unit, new Selection(draft), RevisionKind.Publish, "bench", false), token);
        var moved = await transaction.CommitAsync(token);
        var version = moved.Single(scope => scope.Scope == ScheduleStore.Scope).Delta.Position.Version;
        var receipt = await services.GetRequiredService<ScheduleReceipts>().WaitAsync(version, patience, token);
        return receipt.IsComplete
            ? (TimeProvider.System.GetElapsedTime(began).TotalMilliseconds, made.Value.AgentDays)
            : throw new TimeoutException($"Version {version} was not applied everywhere in {patience}.");
    }

    private DayContent Shift(LocalDate day, int later)
    {
        var start = day.AtStartOfDayInZone(Workforce.Zone).ToInstant()
            + Duration.FromMinutes(480 + (later % (MinutesOfDay / 4)));
        return new DayContent(
        [
            new PlannedActivity(ActivityLayer.Work, start, 510, hired.Work.Id),
            new PlannedActivity(ActivityLayer.Inside, start + Duration.FromMinutes(240), 30, hired.Lunch.Id),
        ]);
    }

    private static Guid New() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
}
