using System.Text.Json.Nodes;
using Muster.Server.Scheduling;
using Muster.Testing;

namespace Muster.Server.Tests.Commands;

/// <summary><c>muster build</c>: the real program on plain files.</summary>
public sealed class BuildCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Accepted.Repository, "samples/schedules/bank.json");

    private readonly DirectoryInfo _folder = TemporaryFolder.Make();

    [Fact]
    public async Task A_plain_file_becomes_schedules_that_keep_every_rule()
    {
        var place = Path.Combine(_folder.FullName, "schedules.json");

        var said = await BuildAsync(0, Sample, "--seconds", "3", "--out", place);

        Assert.Contains("Mon 2 Mar", said, StringComparison.Ordinal);
        Assert.Contains("Ann Lee", said, StringComparison.Ordinal);
        Assert.Contains("required hours are covered.", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', said);
        var schedule = BuiltSchedule.Read(await File.ReadAllTextAsync(place));
        Assert.Equal(20, schedule.Agents.Count);
        Assert.Equal(10, schedule.Agents[0].Shifts.Count);
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task Pauses_that_touch_are_told_one_by_one_as_the_work_plan_has_them()
    {
        var file = Path.Combine(_folder.FullName, "touching.json");
        var place = Path.Combine(_folder.FullName, "schedules.json");
        var order = JsonNode.Parse(await File.ReadAllTextAsync(Sample))!;
        order["work_plans"]![0]!["breaks"] = JsonNode.Parse("""
            [
              {"name": "Break", "paid": true, "minutes": 15, "count": 2, "earliest_minutes_after_start": 120,
               "ends_minutes_before_stop": 360},
              {"name": "Lunch", "paid": false, "minutes": 30, "earliest_minutes_after_start": 150,
               "ends_minutes_before_stop": 330}
            ]
            """);
        await File.WriteAllTextAsync(file, order.ToJsonString());

        await BuildAsync(0, file, "--seconds", "2", "--out", place);

        var schedule = BuiltSchedule.Read(await File.ReadAllTextAsync(place));
        var full = schedule.Agents.SelectMany(agent => agent.Shifts).Where(shift => shift[2] == 510).ToList();
        Assert.NotEmpty(full);
        Assert.All(full, shift => Assert.Equal(
            ["Break 15 True", "Break 15 True", "Lunch 30 False"],
            shift.Skip(3).Chunk(2).Select(part => (schedule.Activities[part[0]], part[1]))
                .Where(part => part.Item1.Kind == "pause")
                .Select(part => $"{part.Item1.Name} {part.Item2} {part.Item1.Paid}")));
    }

    [Theory]
    [InlineData("\"2026-03-02\"", "\"2026-03-03\"", "first_day must be a Monday")]
    [InlineData("\"agents\": 9", "\"agent\": 9", "required[1].agent is not a known field.")]
    [InlineData("\"Full time\",\n      \"groups\"", "\"Ful time\",\n      \"groups\"", "names no work plan: Ful time.")]
    [InlineData("\"min\": 2400", "\"min\": 3000", "work_plans[0].paid_minutes_per_week.min")]
    [InlineData("\"weeks\": 2", "\"weeks\": 0", "weeks must be 1 to 8.")]
    [InlineData("\"weeks\": 2,", "\"weeks\": 2;", "is not valid JSON")]
    public async Task What_is_wrong_with_a_file_is_said_by_its_field(string right, string wrong, string sentence)
    {
        var file = Path.Combine(_folder.FullName, "wrong.json");
        var text = await File.ReadAllTextAsync(Sample);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text[..at] + wrong + text[(at + right.Length)..]);

        Assert.Contains(sentence, await BuildAsync(1, file), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<string> BuildAsync(int exit, params string[] arguments)
    {
        using var muster = MusterProcess.Start(["build", .. arguments]);
        Assert.True(await muster.EndAsync() == exit, muster.Said);
        return muster.Said;
    }
}
