using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Demo;

public sealed class CentreBuildingTests
{
    [Fact]
    public async Task A_centre_is_built_through_the_api_goes_on_where_it_was_killed_and_is_left_alone_when_it_is_done()
    {
        await using var stage = await DemoStage.SetAsync();

        // Killed after four agents of ten, and again before the history, the terms and the publishing of a draft.
        await KilledAsync(stage, "People", 5);
        await KilledAsync(stage, "History", 2);
        await KilledAsync(stage, "Staffing", 1);
        await KilledAsync(stage, "Publish", 2);

        var steps = new List<string>();
        var sentence = await stage.BuildAsync(async (step, token) =>
            steps.Add($"{step.Title}: {await step.RunAsync(_ => { }, token)}"));
        var counts = await stage.CountsAsync();

        Assert.Equal(10, steps.Count);
        Assert.Contains("People: 10 agents of the Daytime centre", steps);
        Assert.Equal([2, 12, 10, 1, 2, 1, 1, 1], counts);
        Assert.Contains("is scheduled until", sentence, StringComparison.Ordinal);
        await AmirWorksAsync(stage);
        await SofiaBeginsWithHerUnitAsync(stage);

        Assert.Equal(sentence, await stage.BuildAsync((step, _) => throw new InvalidOperationException(step.Title)));
        Assert.Equal(counts, await stage.CountsAsync());
    }

    /// <param name="telling">At which word of the step it ends.</param>
    private static async Task KilledAsync(DemoStage stage, string title, int telling)
    {
        var told = 0;
        await Assert.ThrowsAsync<OperationCanceledException>(() => stage.BuildAsync((step, token) => step.RunAsync(
            _ => Stop(step.Title == title && ++told == telling), token)));
    }

    private static void Stop(bool isThere)
    {
        if (isThere)
        {
            throw new OperationCanceledException();
        }
    }

    private static async Task AmirWorksAsync(DemoStage stage)
    {
        using var amir = await stage.SignedInAsync("amir");
        using var paul = await stage.SignedInAsync("paul");
        var unit = (await paul.GetAsync("/organization/management-units")).Items[0].GetProperty("id");
        var monday = (await paul.GetAsync($"/schedules/drafts?management_unit_id={unit}")).Items[0]
            .GetProperty("first_day");
        var mine = (await amir.GetAsync($"/my/schedule?from={monday}&days=7")).Is(OK).Body;
        var worked = mine.GetProperty("days").EnumerateArray()
            .Count(day => day.GetProperty("activities").GetArrayLength() > 0);

        Assert.Equal(5, worked);
    }

    private static async Task SofiaBeginsWithHerUnitAsync(DemoStage stage)
    {
        using var sofia = await stage.SignedInAsync("sofia");
        var session = (await sofia.GetAsync("/session")).Is(OK).Body;
        Assert.Empty(session.GetProperty("permissions").EnumerateArray());
        var unit = (await sofia.GetAsync("/organization/management-units")).Items[0].GetProperty("id").GetString();

        var remembered = (await sofia.GetAsync("/session/preferences/shell")).Is(OK).Body;
        Assert.Equal(unit, remembered.GetProperty("value").GetProperty("unit").GetString());
    }
}
