using System.Text.Json;
using Muster.Server.Simulate;
using NodaTime;

namespace Muster.Server.Tests.Simulate;

/// <summary>A simulated day as lines.</summary>
public sealed class DayFeedTests
{
    [Fact]
    public void The_size_of_the_steps_changes_no_line()
    {
        var (once, often) = (SmallCentre.Feed(SmallCentre.Facts()), SmallCentre.Feed(SmallCentre.Facts()));

        var whole = once.Finish();
        var parts = new List<FeedLine>();
        for (var at = SmallCentre.At(0); at < SmallCentre.At(23); at += Duration.FromMinutes(7))
        {
            parts.AddRange(often.Advance(at));
        }

        Assert.Equal(whole, [.. parts, .. often.Finish()]);
        Assert.All(whole.Zip(whole.Skip(1)), pair => Assert.True(pair.First.Position < pair.Second.Position));
    }

    [Fact]
    public void A_seed_gives_the_same_lines_and_another_seed_others()
    {
        var facts = SmallCentre.Facts();

        Assert.Equal(Lines(1), Lines(1));
        Assert.NotEqual(Lines(1), Lines(2));

        IReadOnlyList<FeedLine> Lines(ulong seed) => SmallCentre.Feed(facts, new CentreHabits(), seed).Finish();
    }

    [Fact]
    public void Statistics_of_all_intervals_sum_up_to_the_calls()
    {
        var facts = SmallCentre.Facts(5, 90);
        var feed = SmallCentre.Feed(facts);

        var told = feed.Finish().Select(line => JsonElement.Parse(line.Text))
            .Where(line => line.TryGetProperty("queue", out _))
            .GroupBy(line => line.GetProperty("interval").GetString()).Select(lines => lines.Last()).ToList();
        var all = feed.Tally.Of(0);

        Assert.Equal(24 * 4, told.Count);
        Assert.InRange(all.Offered, 600, 850);
        Assert.Equal(0, all.Waiting);
        Assert.True(all.Abandoned > 0);
        Assert.Equal(all.Offered, Sum("offered"));
        Assert.Equal(all.Answered, Sum("answered"));
        Assert.Equal(all.Abandoned, Sum("abandoned"));
        Assert.Equal(all.AnsweredWithin, Sum("answered_within"));
        Assert.Equal(all.HandleSeconds, Sum("handle_seconds"), 5.0);

        double Sum(string field) => told.Sum(line => line.GetProperty(field).GetDouble());
    }

    [Fact]
    public void Counts_are_those_of_the_simulation_itself()
    {
        var plan = CentrePlan.Of(SmallCentre.Facts(5, 90), new CentreHabits(), 4);
        var feed = new Muster.Simulation.Events.SimulationFeed(
            plan.Model with { WarmUpSeconds = CentreFacts.WarmUp.TotalSeconds }, plan.Seed);
        var tally = new IntervalTally([20], CentreFacts.WarmUp.TotalSeconds, 900);

        foreach (var happened in feed.RunUntil(plan.Model.Start + Duration.FromHours(30)))
        {
            tally.Add(happened);
        }

        for (var interval = 0; interval < feed.Run.Intervals; interval++)
        {
            var (ours, its) = (tally.Of(interval, 0), feed.Run.Counts(interval + 1, 0));
            Assert.Equal(
                (its.Offered, its.Answered, its.Abandoned, its.AnsweredInTime),
                (ours.Offered, ours.Answered, ours.Abandoned, ours.AnsweredWithin));
        }
    }

    [Fact]
    public void Agents_who_keep_the_plan_tell_it()
    {
        var lines = SmallCentre.Feed(SmallCentre.Facts(1, 0)).Finish();

        Assert.Equal(
            ["08:00 ready", "10:00 break", "10:15 ready", "12:00 lunch", "12:30 ready", "16:00 logged_out"],
            lines.Select(line => JsonElement.Parse(line.Text)).Select(line =>
                $"{line.GetProperty("at").GetString()![11..16]} {line.GetProperty("state")}"));
    }

    [Fact]
    public void Who_connects_is_told_the_state_of_everybody_and_nothing_twice()
    {
        var feed = SmallCentre.Feed(SmallCentre.Facts(3, 0));
        feed.Advance(SmallCentre.At(11, 5));

        var all = feed.Snapshot(SmallCentre.At(11, 5), new Dictionary<string, StateWord>());
        var told = new Dictionary<string, StateWord> { ["1"] = new("break"), ["2"] = StateWords.LoggedOut };
        var news = feed.Snapshot(SmallCentre.At(11, 5), told);

        Assert.Equal(["1", "2", "3"], all.Select(AgentOf));
        Assert.All(all, line => Assert.Contains("\"state\":\"break\"", line.Text, StringComparison.Ordinal));
        Assert.Equal(["2", "3"], news.Select(AgentOf));
    }

    [Fact]
    public void A_management_unit_has_its_part_of_the_calls()
    {
        var unit = new Guid(7, 0, 0, new byte[8]);
        var facts = SmallCentre.Facts(4);
        facts = facts with
        {
            Agents = [facts.Agents[0] with { ManagementUnit = unit }, .. facts.Agents.Skip(1)],
        };

        var part = facts.Of(unit);

        Assert.Equal(facts.Queues[0].Calls.Sum() / 4, part.Queues[0].Calls.Sum(), 1e-9);
        Assert.Equal(["1"], part.Agents.Select(agent => agent.Key));
        Assert.Empty(facts.Of(Guid.AllBitsSet).Queues);
    }

    [Fact]
    public void Outages_lie_within_the_day_and_are_as_many_as_was_asked_for()
    {
        var habits = new CentreHabits { OutagesPerDay = 3, OutageMinutes = 2 };
        var facts = SmallCentre.Facts();
        var days = Enumerable.Range(0, 2_000).Select(seed => new Outages(facts, habits, (ulong)seed)).ToList();
        var spans = days.SelectMany(day => day.Spans).ToList();

        Assert.Equal(3, (double)spans.Count / days.Count, 0.15);
        Assert.Equal(2, spans.Average(span => span.Duration.TotalMinutes), 0.1);
        Assert.All(spans, span => Assert.True(span.Start >= facts.DayStart && span.End <= facts.DayEnd));
        Assert.False(new Outages(facts, CentreHabits.Exact, 1).Has(SmallCentre.At(12)));
    }

    [Fact]
    public void Long_calls_keep_the_mean_handle_time()
    {
        Assert.Equal(180, CallTimes.Of(180, 0).Mean, 1e-6);
        Assert.Equal(180, CallTimes.Of(180, 0.05).Mean, 1e-6);
        Assert.True(CallTimes.Of(180, 0.05).At(0.99) > 1.2 * CallTimes.Of(180, 0).At(0.99));
    }

    private static string? AgentOf(FeedLine line) => JsonElement.Parse(line.Text).GetProperty("agent").GetString();
}
