using Muster.Server.Demo.Content;
using Muster.Server.Demo.People;
using NodaTime;

namespace Muster.Server.Tests.Demo;

public sealed class CrewDrawTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    [Fact]
    public async Task The_same_seed_draws_the_same_people()
    {
        var content = await ShippedAsync();
        foreach (var unit in content.Units)
        {
            var names = NamesOf(content, unit);

            Assert.Equal(names, NamesOf(content, unit));
            Assert.NotEqual(names, NamesOf(content with { Seed = content.Seed + 1 }, unit));
        }
    }

    [Fact]
    public async Task Everybody_has_a_name_a_number_a_team_a_work_plan_and_a_skill()
    {
        var content = await ShippedAsync();
        var all = content.Units.SelectMany(unit => CrewDraw.Of(content, unit, Monday)).ToList();

        Assert.InRange(all.Count, 240, 260);
        Assert.Equal(all.Count, all.Select(agent => agent.EmployeeNumber).Distinct().Count());
        Assert.All(content.Units, unit => Assert.Equal(unit.Agents, NamesOf(content, unit).Distinct().Count()));
        Assert.All(all, agent =>
        {
            Assert.NotEmpty(agent.Skills);
            Assert.All(agent.Skills, skill => Assert.InRange(skill.Level, 0, 100));
            Assert.True(agent.HiredOn < Monday);
        });
        Assert.Equal("amir", Assert.Single(all, agent => agent.UserName is not null).UserName);
    }

    [Fact]
    public async Task As_many_have_a_skill_as_the_content_says()
    {
        var content = await ShippedAsync();
        var unit = content.Units[^1];
        var agents = CrewDraw.Of(content, unit, Monday);

        Assert.All(unit.Crew, row => Assert.All(row.Skills, skill => Assert.Equal(
            Math.Round(skill.Value * row.Agents),
            agents.Count(agent => agent.WorkPlan == row.WorkPlan
                && agent.Skills.Any(known => known.Skill == skill.Key)))));
    }

    private static Task<CentreContent> ShippedAsync() =>
        CentreContent.LoadAsync(SampleFile.Folder, TestContext.Current.CancellationToken);

    private static List<string> NamesOf(CentreContent content, UnitContent unit) =>
        [.. CrewDraw.Of(content, unit, Monday).Select(agent => $"{agent.FirstName} {agent.LastName} {agent.Team}")];
}
