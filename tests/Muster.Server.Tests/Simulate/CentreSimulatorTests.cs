using System.Net;
using Muster.Server.Simulate;
using Muster.Testing;
using NodaTime;

namespace Muster.Server.Tests.Simulate;

/// <summary>A simulated centre, told to a node.</summary>
public sealed class CentreSimulatorTests(SimulateStage stage) : IClassFixture<SimulateStage>
{
    private readonly List<string> _said = [];

    [Fact]
    public async Task An_hour_goes_in_once_also_when_it_is_interrupted_and_started_again()
    {
        var whole = await RunAsync(stage.Options("whole"));
        using var stop = new CancellationTokenSource();
        var options = stage.Options("parts") with { Speed = 3_600 };
        var first = await RunAsync(options, news => StopAfter(news, whole.Accepted / 3, stop), stop.Token);
        var second = await RunAsync(options with { Speed = null });
        var third = await RunAsync(options);

        Assert.InRange(first.Accepted, 1, whole.Accepted - 1);
        Assert.Equal(whole.Accepted, first.Accepted + second.Accepted);
        Assert.Equal((0, 0, 0), (third.Accepted, second.Duplicates + third.Duplicates, second.Refused));
        Assert.Contains(_said, sentence => sentence.Contains("parts: 4 agents, 1 queues, goes on at",
            StringComparison.Ordinal));
        Assert.Contains(_said, sentence => sentence.Contains("nothing is left to tell", StringComparison.Ordinal));
        Assert.Equal(await stage.ReadAsync("whole"), await stage.ReadAsync("parts"));
        var (one, other) = (await stage.SourceAsync("whole"), await stage.SourceAsync("parts"));
        Assert.Equal(one.At("events"), other.At("events"));
        Assert.Equal(one.At("statistics"), other.At("statistics"));
        Assert.Equal("0", other.At("quarantined"));
        Assert.Equal(whole.Last!.Queues, third.Last?.Queues ?? second.Last!.Queues);
        Assert.InRange(second.Last!.Queues[0].Calls.Offered, 60, 160);
    }

    [Fact]
    public async Task At_midnight_the_next_day_begins_and_nobody_is_told_twice()
    {
        var time = new ShiftedTime();
        time.Advance(SimulateStage.At(stage.Day, 23, 59) - time.GetUtcNow());
        using var stop = new CancellationTokenSource();
        var options = stage.Options("night") with { Date = null, From = null, Until = null };

        var summary = await new CentreSimulator(options, time, _said.Add) { News = Tell }.RunAsync(stop.Token);

        Assert.Equal(stage.Day.PlusDays(1), summary.Last!.Day);
        Assert.Equal((0, 0), (summary.Duplicates, summary.Refused));
        Assert.Equal(4, (await stage.ReadAsync("night")).Count);

        void Tell(SimulateNews news)
        {
            if (news.Now.Date > stage.Day && news.Now.TimeOfDay > LocalTime.Midnight)
            {
                stop.Cancel();
            }

            time.Advance(TimeSpan.FromMinutes(2));
        }
    }

    [Fact]
    public async Task Agents_follow_a_schedule_that_is_published_meanwhile()
    {
        var time = new ShiftedTime();
        time.Advance(SimulateStage.At(stage.Day, 14, 0) - time.GetUtcNow());
        using var stop = new CancellationTokenSource();
        var options = stage.Options("anew") with { Date = null, From = null, Until = new LocalTime(15, 30) };
        Task<TestAnswer>? published = null;

        var summary = await new CentreSimulator(options, time, _said.Add) { News = Tell }.RunAsync(stop.Token);

        Assert.Equal(HttpStatusCode.OK, (await published!).Status);
        Assert.Single(_said, sentence => sentence.StartsWith(
            "Another schedule was published for", StringComparison.Ordinal));
        Assert.Equal((0, 0, 3), (summary.Duplicates, summary.Refused, summary.Last!.Scheduled));
        Assert.Single(await stage.ReadAsync("anew"), line => line.EndsWith("logged_out", StringComparison.Ordinal));

        void Tell(SimulateNews news)
        {
            published ??= stage.FreeAsync(4);
            time.Advance(TimeSpan.FromSeconds(31));
            if (_said[^1].StartsWith("Another", StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        }
    }

    [Fact]
    public async Task States_are_mapped_where_that_is_asked_for_and_told_where_they_are_not()
    {
        var options = stage.Options("mapped") with { Until = new LocalTime(10, 1) };
        await RunAsync(options);
        await RunAsync(options with { Map = true });
        await RunAsync(options with { Map = true });

        Assert.Contains("map no state ready, on_call, after_call_work", _said[0], StringComparison.Ordinal);
        Assert.Single(_said, sentence => sentence.EndsWith(
            "are mapped now in the adherence rules of Germany.", StringComparison.Ordinal));
        var rules = await stage.Client.GetAsync($"/adherence/rules/{stage.Business}");
        var mappings = rules.Body.GetProperty("entries")[0].GetProperty("rules").GetProperty("mappings");
        Assert.Equal(10, mappings.GetArrayLength());
    }

    [Fact]
    public async Task Without_a_forecast_no_calls_come_and_that_is_said()
    {
        var options = stage.Options("quiet") with { Date = stage.Day.PlusDays(-1), Unit = "North" };

        var calm = await RunAsync(options);

        Assert.Empty(calm.Last!.Queues);
        Assert.Equal(4, calm.Last.Scheduled);
        Assert.InRange(calm.Accepted, 4, 12);
        Assert.StartsWith("No forecast of Germany has", _said[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "North has no published schedule for",
            await RefusedAsync(options with { Date = stage.Day.PlusDays(-2) }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_go_is_refused_with_a_remedy()
    {
        var fine = stage.Options("odd");

        Assert.Equal(
            "There is no business unit or management unit \"Germani\".\nMaybe Germany is meant.",
            await RefusedAsync(fine with { Unit = "Germani" }));
        Assert.Equal(
            "There is no forecast \"Plam\".\nMaybe Plan is meant.",
            await RefusedAsync(fine with { Forecast = "Plam" }));
        Assert.StartsWith("--speed 0 is not above 0", await RefusedAsync(fine with { Speed = 0 }),
            StringComparison.Ordinal);
        Assert.Contains("does not know the client", await RefusedAsync(fine with { Secret = "wrong" }),
            StringComparison.Ordinal);
        Assert.Matches("does not answer: .*\nMaybe start a node",
            await RefusedAsync(fine with { Node = new Uri("http://127.0.0.1:1") }));
    }

    private static void StopAfter(SimulateNews news, long sent, CancellationTokenSource stop)
    {
        if (news.Sent > sent)
        {
            stop.Cancel();
        }
    }

    private Task<SimulateSummary> RunAsync(SimulateOptions options) => RunAsync(options, _ => { }, default);

    private Task<SimulateSummary> RunAsync(
        SimulateOptions options, Action<SimulateNews> news, CancellationToken token) =>
        new CentreSimulator(options, TimeProvider.System, _said.Add) { News = news }.RunAsync(token);

    private async Task<string> RefusedAsync(SimulateOptions options) =>
        (await Assert.ThrowsAsync<StartRefusedException>(() => RunAsync(options))).Message;
}
