using System.Text.Json.Nodes;
using Muster.Server.Scheduling;
using Muster.Testing;

namespace Muster.Server.Tests.Commands;

/// <summary><c>muster build</c> of what cannot be met: told by name, with a schedule all the same.</summary>
public sealed class BadInputBuildCommandTests : IDisposable
{
    private const int People = 3;

    private readonly DirectoryInfo _folder = TemporaryFolder.Make();

    [Fact]
    public async Task Rules_that_contradict_are_named_and_the_others_are_kept()
    {
        var said = await BuildAsync(1, problem =>
        {
            var plan = problem["work_plans"]![0]!;
            plan["weekdays"] = new JsonArray("monday", "tuesday", "wednesday", "saturday", "sunday");
            plan["max_weekends_in_four"] = 0;
        });

        Assert.Contains("Agent 0: these rules cannot all be kept:", said, StringComparison.Ordinal);
        Assert.Contains("Maybe change this one:", said, StringComparison.Ordinal);
        await SchedulesEverybodyAsync();
    }

    [Fact]
    public async Task Where_nobody_is_required_the_rules_are_kept_and_it_is_said()
    {
        var said = await BuildAsync(0, problem => problem["required"]![0]!["agents"] = 0);

        Assert.Contains("Nobody is required in these weeks.", said, StringComparison.Ordinal);
        await SchedulesEverybodyAsync();
    }

    [Fact]
    public async Task A_requirement_of_ten_times_the_staff_is_told()
    {
        var said = await BuildAsync(0, problem => problem["required"]![0]!["agents"] = 10 * People);

        Assert.Contains("times what these people may work", said, StringComparison.Ordinal);
        await SchedulesEverybodyAsync();
    }

    [Fact]
    public async Task A_group_that_nobody_asked_for_and_a_plan_that_is_not_there_are_refused_by_their_fields()
    {
        var said = await BuildAsync(1, problem =>
        {
            problem["employees"]![0]!["groups"] = new JsonArray("Dutch");
            problem["employees"]![1]!["work_plan"] = "None";
        });

        Assert.Contains("employees[0].groups names no group that is required: Dutch.", said, StringComparison.Ordinal);
        Assert.Contains("employees[1].work_plan names no work plan: None.", said, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Place => Path.Combine(_folder.FullName, "schedules.json");

    private async Task SchedulesEverybodyAsync()
    {
        var schedule = BuiltSchedule.Read(await File.ReadAllTextAsync(Place));
        Assert.Equal(People, schedule.Agents.Count);
        Assert.All(schedule.Agents, agent => Assert.NotEmpty(agent.Shifts));
    }

    private async Task<string> BuildAsync(int exit, Action<JsonNode> change)
    {
        var problem = JsonNode.Parse("""
            {
              "first_day": "2026-03-02",
              "required": [{ "group": "Calls", "agents": 2, "from": "08:00", "to": "18:00" }],
              "work_plans": [{
                "name": "Five days",
                "paid_minutes_per_day": { "min": 480, "max": 480 },
                "paid_minutes_per_week": { "min": 2400, "max": 2400 },
                "working_days_per_week": { "min": 5, "max": 5 },
                "shift_minutes": { "min": 480, "max": 480 }
              }],
              "employees": []
            }
            """)!;
        for (var number = 0; number < People; number++)
        {
            problem["employees"]!.AsArray().Add(
                new JsonObject { ["name"] = $"Agent {number}", ["work_plan"] = "Five days" });
        }

        change(problem);
        var file = Path.Combine(_folder.FullName, "problem.json");
        await File.WriteAllTextAsync(file, problem.ToJsonString());
        using var muster = MusterProcess.Start(["build", file, "--seconds", "1", "--out", Place]);
        Assert.True(await muster.EndAsync() == exit, muster.Said);
        return muster.Said;
    }
}
