using System.Text.Json.Nodes;
using Muster.Server.Demo.Content;

namespace Muster.Server.Tests.Demo;

public sealed class CentreContentTests
{
    [Fact]
    public async Task The_shipped_centre_names_only_what_it_has()
    {
        var content = await CentreContent.LoadAsync(SampleFile.Folder, TestContext.Current.CancellationToken);

        Assert.All(content.Units, unit =>
        {
            Assert.Contains(unit.Name, Names(content, "management-units"));
            Assert.All(unit.Teams, team => Assert.Contains(team, Names(content, "teams")));
            Assert.All(unit.Crew, row =>
            {
                Assert.Contains(row.WorkPlan, Names(content, "work-plans"));
                Assert.All(row.Skills.Keys, skill => Assert.Contains(skill, Names(content, "skills")));
                Assert.All(row.Teams ?? [], team => Assert.Contains(team, Names(content, "teams")));
            });
        });
        Assert.Equal(
            Names(content, "planning-groups").Order(), content.Terms.Select(terms => terms.PlanningGroup).Order());
        Assert.All(content.Terms, terms => Assert.Contains(terms.ServiceGoal, Names(content, "service-goals")));
    }

    [Fact]
    public async Task A_centre_without_its_file_says_what_to_do()
    {
        var missing = await Assert.ThrowsAsync<StartRefusedException>(() =>
            CentreContent.LoadAsync("/nowhere", TestContext.Current.CancellationToken));

        Assert.Contains("/nowhere/demo/centre.yaml", missing.Message, StringComparison.Ordinal);
        Assert.Contains("--accounts-only", missing.Message, StringComparison.Ordinal);
    }

    private static List<string> Names(CentreContent content, string kind) =>
        [.. content.Organization[kind]!.AsArray().Select(item => (string)((JsonObject)item!)["name"]!)];
}
