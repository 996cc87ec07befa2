using Muster.Cluster.Leases;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Server.Synchronization;

namespace Muster.Server.Tests.Synchronization;

/// <summary>However what a source says arrives, Muster ends equal to it.</summary>
public sealed class PageWriterTests
{
    private static readonly string[] Skills = ["a", "b", "c"];

    [Fact]
    public async Task Any_order_duplicates_and_losses_end_equal_to_the_source()
    {
        await using var node = await TestNode.StartAsync();
        for (var seed = 1; seed <= 12; seed++)
        {
            await using var bench = await WriterBench.SetAsync(node, $"source {seed}");
            var chance = new Random(seed);
            Live(bench.Source, chance, 60);

            var mess = bench.Source.History.Where(_ => chance.Next(5) > 0).SelectMany(said =>
                Enumerable.Repeat(said, chance.Next(5) == 0 ? 2 : 1)).OrderBy(_ => chance.Next()).ToArray();
            foreach (var page in mess.Chunk(1 + chance.Next(9)))
            {
                await bench.HearAsync(page);
            }

            await bench.RunAsync();
            await AssertEqualAsync(bench, $"seed {seed}");
        }
    }

    [Fact]
    public async Task What_refers_to_something_that_comes_later_is_whole_when_that_has_come()
    {
        await using var node = await TestNode.StartAsync();
        await using var bench = await WriterBench.SetAsync(node);
        bench.Source.Say(ObjectKind.Tenant, "t", new SourceTenant("T"));
        bench.Source.Say(ObjectKind.Person, "p", Person("p", ("a", 3)));
        bench.Source.Say(ObjectKind.Skill, "a", new SourceSkill("t", "Skill a"));

        await bench.HearAsync(bench.Source.History[1]);
        Assert.Empty(await bench.AgentsAsync());
        await bench.HearAsync(bench.Source.History[0]);
        Assert.Empty(Assert.Single(await bench.AgentsAsync()).Skills);
        await bench.HearAsync(bench.Source.History[2]);

        Assert.Equal(3, Assert.Single(Assert.Single(await bench.AgentsAsync()).Skills).Level);
        Assert.Empty(await bench.Stores.Issues.ListAsync(
            new(), Guid.Empty, 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_burst_on_one_skill_in_one_page_is_one_change_with_the_last_word()
    {
        await using var node = await TestNode.StartAsync();
        await using var bench = await WriterBench.SetAsync(node);
        bench.Source.Say(ObjectKind.Tenant, "t", new SourceTenant("T"));
        foreach (var name in new[] { "one", "two", "three", "four", "five" })
        {
            bench.Source.Say(ObjectKind.Skill, "a", new SourceSkill("t", name));
        }

        await bench.HearAsync([.. bench.Source.History[..3]]);
        await bench.HearAsync([.. bench.Source.History[3..]]);

        var organization = await bench.Stores.Organization.LoadAsync(TestContext.Current.CancellationToken);
        var skill = Assert.Single(organization.Content.Skills.All);
        Assert.Equal(("five", 2), (skill.Name, skill.Version));
    }

    [Fact]
    public async Task What_a_whole_page_of_people_waited_for_completes_all_of_them()
    {
        await using var node = await TestNode.StartAsync();
        await using var bench = await WriterBench.SetAsync(node);
        bench.Source.Say(ObjectKind.Tenant, "t", new SourceTenant("T"));
        var many = SourcePage.Size + 50;
        for (var number = 0; number < many; number++)
        {
            bench.Source.Say(ObjectKind.Person, $"p{number}", Person($"{number}", ("a", 3)));
        }

        await bench.HearAsync([.. bench.Source.History]);
        Assert.All(await bench.AgentsAsync(), agent => Assert.Empty(agent.Skills));
        bench.Source.Say(ObjectKind.Skill, "a", new SourceSkill("t", "Skill a"));
        await bench.HearAsync(bench.Source.History[^1]);

        Assert.Equal(many, (await bench.AgentsAsync()).Count(agent => agent.Skills.Count == 1));
    }

    [Fact]
    public async Task A_source_that_is_cut_off_ends_nobody()
    {
        await using var node = await TestNode.StartAsync();
        await using var bench = await WriterBench.SetAsync(node);
        Live(bench.Source, new Random(1), 40);
        await bench.RunAsync();
        var before = (await bench.AgentsAsync("active")).Count;

        bench.Source.IsCutOff = true;
        await Assert.ThrowsAsync<SourceBrokenException>(bench.RunAsync);

        Assert.True(before > 0);
        Assert.Equal(before, (await bench.AgentsAsync("active")).Count);
    }

    [Fact]
    public async Task A_node_that_has_lost_the_lease_writes_nothing()
    {
        await using var node = await TestNode.StartAsync();
        await using var bench = await WriterBench.SetAsync(node);
        bench.Source.Say(ObjectKind.Tenant, "t", new SourceTenant("T"));
        var old = new SourceTenure(
            bench.Tenure.Source, bench.Tenure.Fence with { Epoch = bench.Tenure.Fence.Epoch - 1 }, TimeProvider.System);

        await Assert.ThrowsAsync<FenceLostException>(() => bench.Writer.WriteAsync(
            old, new SourcePage([bench.Source.History[0]], IsCurrent: false), TestContext.Current.CancellationToken));

        Assert.Empty(await bench.Stores.Mirror.ReadEntitiesAsync(
            node.Database.Open(), bench.Tenure.Source.Id.Value, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_tenants_with_equal_names_are_two()
    {
        await using var node = await TestNode.StartAsync();
        await using var bench = await WriterBench.SetAsync(node);
        foreach (var tenant in new[] { "one", "two" })
        {
            bench.Source.Say(ObjectKind.Tenant, tenant, new SourceTenant("Bank"));
            bench.Source.Say(ObjectKind.TimeZone, $"{tenant}-z", new SourceTimeZone(tenant, "Office", "Europe/Paris"));
            bench.Source.Say(ObjectKind.Switch, $"{tenant}-s", new SourceSwitch(tenant, "ACD"));
            bench.Source.Say(ObjectKind.Skill, $"{tenant}-k", new SourceSkill(tenant, "Loans"));
            bench.Source.Say(ObjectKind.Person, $"{tenant}-p", new SourcePerson
            {
                Tenant = tenant,
                FirstName = "Ann",
                LastName = "Lee",
                EmployeeNumber = "1",
                TimeZone = $"{tenant}-z",
                Skills = [new SourceSkillLevel($"{tenant}-k", 5)],
                Logins = [new SourceLogin($"{tenant}-s", "100")],
            });
        }

        await bench.RunAsync();

        var agents = await bench.AgentsAsync();
        Assert.Equal(2, agents.Select(agent => agent.Tenant).Distinct().Count());
        Assert.Equal(2, agents.SelectMany(agent => agent.Skills).Select(skill => skill.Skill).Distinct().Count());
        Assert.Equal(2, agents.Select(agent => agent.TimeZone).Distinct().Count());
        Assert.Equal(2, agents.SelectMany(agent => agent.Logins).Select(login => login.Switch).Distinct().Count());
    }

    [Fact]
    public async Task Another_employee_number_opens_a_new_period_and_asks_for_a_look()
    {
        await using var node = await TestNode.StartAsync();
        await using var bench = await WriterBench.SetAsync(node);
        bench.Source.Say(ObjectKind.Tenant, "t", new SourceTenant("T"));
        bench.Source.Say(ObjectKind.Person, "p", Person("p") with { EmployeeNumber = "1" });
        bench.Source.Say(ObjectKind.Person, "p", Person("p") with { EmployeeNumber = "2" });
        await bench.HearAsync([.. bench.Source.History]);

        var agent = Assert.Single(await bench.AgentsAsync("active"));
        Assert.Equal(["1", "2"], agent.Employment.Periods.Select(period => period.EmployeeNumber));
        var issue = Assert.Single(await bench.Stores.Issues.ListAsync(
            new(), Guid.Empty, 10, TestContext.Current.CancellationToken));
        Assert.Equal((IssueKind.Review, "employee_number"), (issue.Kind, issue.Field));
    }

    private static void Live(SaidSource source, Random chance, int steps)
    {
        source.Say(ObjectKind.Tenant, "t", new SourceTenant("T"));
        foreach (var skill in Skills)
        {
            source.Say(ObjectKind.Skill, skill, new SourceSkill("t", $"Skill {skill}"));
        }

        for (var step = 0; step < steps; step++)
        {
            if (chance.Next(6) == 0)
            {
                var skill = Skills[chance.Next(Skills.Length)];
                source.Say(ObjectKind.Skill, skill, new SourceSkill("t", $"Skill {skill} {step}"));
            }

            var id = $"p{chance.Next(8)}";
            source.Say(ObjectKind.Person, id, chance.Next(8) == 0 ? null : Person(
                $"{id} {step}",
                [.. Skills.Where(_ => chance.Next(2) == 0).Select(skill => (skill, chance.Next(101)))]) with
            {
                IsActive = chance.Next(3) > 0,
            });
        }
    }

    private static SourcePerson Person(string name, params (string Skill, int Level)[] skills) => new()
    {
        Tenant = "t",
        FirstName = "P",
        LastName = name,
        Skills = [.. skills.Select(skill => new SourceSkillLevel(skill.Skill, skill.Level))],
    };

    private static async Task AssertEqualAsync(WriterBench bench, string about)
    {
        var today = NodaTime.LocalDate.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);
        var people = bench.Source.Now.Where(said => said.Kind == ObjectKind.Person).ToList();
        var mine = await bench.Stores.Mirror.ReadAsync(
            bench.Tenure.Source.Id.Value, [.. people.Select(said => (said.Kind, said.ExternalId))],
            TestContext.Current.CancellationToken);
        var agents = (await bench.AgentsAsync()).ToDictionary(agent => agent.Id.Value);
        foreach (var said in people)
        {
            var kept = mine.SingleOrDefault(row => row.ExternalId == said.ExternalId);
            var agent = kept?.Entity is { } id ? agents.GetValueOrDefault(id) : null;
            var isActive = said.Content is SourcePerson { IsActive: true };
            Assert.True(isActive == (agent?.Employment.IsActiveOn(today) ?? false), $"{about}: {said} is {agent}");
            if (said.Content is SourcePerson person)
            {
                Assert.Equal(person.LastName, agent!.LastName);
                Assert.Equal(person.Skills.Sum(skill => skill.Level), agent.Skills.Sum(skill => skill.Level));
            }
        }
    }
}
