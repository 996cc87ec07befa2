using Muster.Bench.Cluster;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Server.Schedules;
using Muster.Storage;
using Muster.Storage.Organization;
using Muster.Storage.People;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Bench.Schedules;

/// <summary>A unit of five thousand agents on some nodes in this process, and drafts for it.</summary>
internal sealed class PublishingStage
{
    public const int MostAgents = 5_000;

    private const int MinutesOfDay = 24 * 60;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private readonly BenchNodes _nodes;
    private readonly ScheduleUnit _unit;
    private readonly IReadOnlyList<AgentId> _agents;
    private readonly ActivityCodeId _work;
    private readonly ActivityCodeId _lunch;

    private PublishingStage(
        BenchNodes nodes, ScheduleUnit unit, IReadOnlyList<AgentId> agents, ActivityCodeId work,
        ActivityCodeId lunch) =>
        (_nodes, _unit, _agents, _work, _lunch) = (nodes, unit, agents, work, lunch);

    public ScheduleUnit Unit => _unit;

    public LocalDate FirstDay { get; } = LocalDate.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public static async Task<PublishingStage> SetAsync(BenchNodes nodes, CancellationToken token)
    {
        var tenant = new Tenant { Id = new TenantId(New()), Name = "Bank" };
        var business = new BusinessUnit
        {
            Id = new BusinessUnitId(New()),
            TenantId = tenant.Id,
            Name = "Germany",
            Zone = Zone,
        };
        var unit = new ManagementUnit
        {
            Id = new ManagementUnitId(New()),
            BusinessUnitId = business.Id,
            Name = "North",
        };
        var codes = new[] { ActivityCategory.OnQueue, ActivityCategory.Meal }.Select(category => new ActivityCode
        {
            Id = new ActivityCodeId(New()),
            BusinessUnitId = business.Id,
            Name = category.ToString(),
            Category = category,
            Paid = category == ActivityCategory.OnQueue,
            CountsAsWork = category == ActivityCategory.OnQueue,
            Colour = "#2f7d4f",
        }).ToList();
        var organization = OrganizationSnapshot.Empty.With([tenant, business, unit, .. codes]);
        var agents = Enumerable.Range(0, MostAgents).Select(number => new Agent
        {
            Id = new AgentId(New()),
            Tenant = tenant.Id,
            FirstName = "Agent",
            LastName = $"{number:0000}",
            ManagementUnit = unit.Id,
            Employment = new Employment([new EmploymentPeriod(new LocalDate(2020, 1, 1), null, null)]),
        }).ToList();
        await using var transaction = await BeginAsync(nodes.Database, token);
        await new OrganizationStore(nodes.Database).InsertAsync(
            transaction, organization, [tenant, business, unit, .. codes], token);
        foreach (var some in agents.Chunk(1_000))
        {
            await new AgentStore(nodes.Database).PutAsync(transaction, some, token);
        }

        await transaction.CommitAsync(token);
        return new PublishingStage(
            nodes, new ScheduleUnit(organization, business, unit), [.. agents.Select(agent => agent.Id)], codes[0].Id,
            codes[1].Id);
    }

    public static Task<WriteTransaction> BeginAsync(Database database, CancellationToken token) => database.BeginAsync(
        new WriteContext(Actor.Muster("bench"), TimeProvider.System.GetUtcNow(), "bench"), token);

    /// <summary>A draft of shifts for some agents and days, each of which starts another minute later.</summary>
    public async Task<DraftId> DraftAsync(int agents, int days, int later, CancellationToken token)
    {
        var draft = new DraftId(New());
        await using var transaction = await BeginAsync(_nodes.Database, token);
        await new DraftStore(_nodes.Database).FillAsync(
            transaction, draft,
            from agent in _agents.Take(agents)
            from day in Enumerable.Range(0, days)
            select new DraftDay(agent, FirstDay.PlusDays(day), 0, 1, "bench", Shift(FirstDay.PlusDays(day), later)),
            token);
        await transaction.CommitAsync(token);
        return draft;
    }

    /// <summary>Publishes a draft and waits until every node has it.</summary>
    /// <returns>How long it took, and how many days came out other than they were.</returns>
    public async Task<(double Milliseconds, int Days)> PublishAsync(
        DraftId draft, TimeSpan patience, CancellationToken token)
    {
        var services = _nodes.Services;
        var began = TimeProvider.System.GetTimestamp();
        await using var transaction = await BeginAsync(_nodes.Database, token);
        var made = await services.GetRequiredService<Publishing>().PublishAsync(
            transaction, new PublishWork(_unit, new Selection(draft), RevisionKind.Publish, "bench", false), token);
        var moved = await transaction.CommitAsync(token);
        var version = moved.Single(scope => scope.Scope == ScheduleStore.Scope).Delta.Position.Version;
        var receipt = await services.GetRequiredService<ScheduleReceipts>().WaitAsync(version, patience, token);
        return receipt.IsComplete
            ? (TimeProvider.System.GetElapsedTime(began).TotalMilliseconds, made.Value.AgentDays)
            : throw new TimeoutException($"Version {version} was not applied everywhere in {patience}.");
    }

    private DayContent Shift(LocalDate day, int later)
    {
        var start = day.AtStartOfDayInZone(Zone).ToInstant() + Duration.FromMinutes(480 + (later % (MinutesOfDay / 4)));
        return new DayContent(
        [
            new PlannedActivity(ActivityLayer.Work, start, 510, _work),
            new PlannedActivity(ActivityLayer.Inside, start + Duration.FromMinutes(240), 30, _lunch),
        ]);
    }

    private static Guid New() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
}
