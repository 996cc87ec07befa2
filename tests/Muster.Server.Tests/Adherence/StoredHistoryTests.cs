using System.Text.Json;
using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Adherence.TodayStage;

namespace Muster.Server.Tests.Adherence;

/// <summary>What nodes store, as it is read afterwards.</summary>
[Collection<OnTodayStage>]
public sealed class StoredHistoryTests(TodayStage stage)
{
    [Fact]
    public async Task What_is_stored_is_what_the_day_shows()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        await stage.TellAsync(ann.Name, Ready, -119);
        await stage.TellAsync(ann.Name, Eating, -100);
        string[] days = [.. ((string[])[DayOf(stage.Minute(-120)), DayOf(stage.Minute(0))]).Distinct()];
        var asked = $"unit_id={unit}&from={days[0]}&to={days[^1]}";

        var stored = await TestCluster.UntilAsync(
            stage.Client, $"/adherence/history?{asked}&by=agent", body => body.TryGetProperty("items", out var items)
                && items.EnumerateArray().Any(row => row.GetProperty("totals").GetProperty("out").GetInt64() > 0));
        var until = stored.Body.GetProperty("stored_until").GetDateTimeOffset();
        var exceptions = (await stage.Client.GetAsync($"/adherence/exceptions?{asked}")).Is(OK).Items;
        var shown = new List<JsonElement>();
        foreach (var day in days)
        {
            var view = (await stage.Client.GetAsync($"/adherence/agents/{ann.Id}/days/{day}")).Is(OK).Body;
            shown.AddRange(view.GetProperty("exceptions").EnumerateArray());
        }

        Assert.Equal(
            shown.Where(one => Text(one, "verdict") == "out").Sum(one => SecondsUntil(one, until)),
            Assert.Single(stored.Items).GetProperty("totals").GetProperty("out").GetInt64());
        Assert.Equal(
            "eating instead of Phone, which is on queue.",
            Text(exceptions.Last(one => Text(one, "verdict") == "out"), "reason"));
    }

    private static long SecondsUntil(JsonElement one, DateTimeOffset until)
    {
        var (start, end) = (
            one.GetProperty("start").GetDateTimeOffset(), one.GetProperty("end").GetDateTimeOffset());
        return (long)Math.Max(0, ((end < until ? end : until) - start).TotalSeconds);
    }
}
