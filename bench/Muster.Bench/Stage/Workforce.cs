using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Server.People;
using Muster.Server.Schedules;
using Muster.Storage;
using Muster.Storage.Organization;
using Muster.Storage.People;
using NodaTime;

namespace Muster.Bench.Stage;

/// <summary>A business unit with its management units, two activity codes, and agents, numbered from 0.</summary>
internal sealed record Workforce(
    OrganizationSnapshot Organization,
    BusinessUnit Business,
    IReadOnlyList<ManagementUnit> Units,
    ActivityCode Work,
    ActivityCode Lunch,
    IReadOnlyList<Agent> Agents)
{
    private const int AgentsAtOnce = 1_000;

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>Agents are numbered through, unit after unit.</summary>
    public static async Task<Workforce> HireAsync(
        Database database, int units, int agentsOfUnit, CancellationToken token)
    {
        var tenant = new Tenant { Id = new TenantId(New()), Name = "Bank" };
        var made = Make(tenant, units, agentsOfUnit);
        await using (var transaction = await BenchWrites.BeginAsync(database, token))
        {
            await new OrganizationStore(database).InsertAsync(
                transaction, made.Organization, [tenant, made.Business, .. made.Units, made.Work, made.Lunch], token);
            await transaction.CommitAsync(token);
        }

        foreach (var some in made.Agents.Chunk(AgentsAtOnce))
        {
            await using var transaction = await BenchWrites.BeginAsync(database, token);
            await new AgentStore(database).PutAsync(transaction, some, token);
            foreach (var agent in some)
            {
                PeopleScope.Record(transaction, agent);
            }

            await transaction.CommitAsync(token);
        }

        await new AgentStore(database).AnalyzeAsync(token);
        return made;
    }

    public ScheduleUnit ScheduleOf(ManagementUnit unit) => new(Organization, Business, unit);

    private static Workforce Make(Tenant tenant, int units, int agentsOfUnit)
    {
        var business = new BusinessUnit
        {
            Id = new BusinessUnitId(New()),
            TenantId = tenant.Id,
            Name = "Germany",
            Zone = Zone,
        };
        var all = Enumerable.Range(0, units).Select(number => new ManagementUnit
        {
            Id = new ManagementUnitId(New()),
            BusinessUnitId = business.Id,
            Name = $"Centre {number}",
        }).ToList();
        var (work, lunch) = (Code(business, ActivityCategory.OnQueue), Code(business, ActivityCategory.Meal));
        return new Workforce(
            OrganizationSnapshot.Empty.With([tenant, business, .. all, work, lunch]), business, all, work, lunch,
            [
                .. Enumerable.Range(0, units * agentsOfUnit).Select(number => new Agent
                {
                    Id = new AgentId(New()),
                    Tenant = tenant.Id,
                    ManagementUnit = all[number / agentsOfUnit].Id,
                    EmployeeNumber = $"{number}",
                    FirstName = "Agent",
                    LastName = $"{number:0000}",
                    Employment = new Employment([new EmploymentPeriod(new LocalDate(2020, 1, 1), null, null)]),
                }),
            ]);
    }

    private static ActivityCode Code(BusinessUnit business, ActivityCategory category) => new()
    {
        Id = new ActivityCodeId(New()),
        BusinessUnitId = business.Id,
        Name = category.ToString(),
        Category = category,
        Paid = category == ActivityCategory.OnQueue,
        CountsAsWork = category == ActivityCategory.OnQueue,
        Colour = "#2f7d4f",
    };

    private static Guid New() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
}
