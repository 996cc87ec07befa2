using FsCheck;
using FsCheck.Fluent;
using Muster.Domain.Outcomes;
using Muster.Forecasting.Staffing;

namespace Muster.Forecasting.Tests.Staffing;

public sealed class DeferredWorkTests
{
    // An agent does three in a quarter of an hour.
    private static DeferredDemand Mails(double hours, params double[] contacts) => new(contacts, 300, hours * 3600);

    [Fact]
    public void A_long_deadline_levels_a_peak()
    {
        // 48 come in the first hour; 16 agent hours of an agent's quarter each, over an hour and four more.
        double[] day = [12, 12, 12, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        Assert.Equal(4, DeferredWork.FlatAgents(Mails(0.25, day)).Value);
        Assert.Equal(1, DeferredWork.FlatAgents(Mails(4, day)).Value);
        Assert.Equal(2, DeferredWork.FlatAgents(Mails(1, day)).Value);
    }

    [Fact]
    public void The_flat_number_meets_every_deadline_and_one_fewer_does_not() => Prop.ForAll(
        Gen.Zip(Gen.Choose(0, 40).ArrayOf(30), Gen.Choose(1, 30)).ToArbitrary(), pair =>
        {
            var demand = Mails(pair.Item2 / 10.0, [.. pair.Item1.Select(count => (double)count)]) with { Backlog = 5 };
            var agents = DeferredWork.FlatAgents(demand).Value;
            return IsInTime(demand, agents) && (agents == 0 || !IsInTime(demand, agents - 1));
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void Closed_intervals_count_for_the_deadline_but_nobody_works()
    {
        var demand = Mails(1, 12, 12, 12, 12, 12, 12, 12, 12) with
        {
            Open = [true, true, true, true, false, false, true, true],
        };
        var agents = DeferredWork.FlatAgents(demand).Value;
        Assert.True(IsInTime(demand, agents));
        Assert.False(IsInTime(demand, agents - 1));
        Assert.Equal(0, DeferredWork.With(demand, [9, 9, 9, 9, 9, 9, 9, 9]).Value[3].Backlog);
        Assert.Equal(24, DeferredWork.With(demand, [9, 9, 9, 9, 9, 9, 9, 9]).Value[5].Backlog, 1e-9);
    }

    [Fact]
    public void Work_that_is_due_while_closed_is_refused()
    {
        var demand = Mails(0.25, 12, 12, 12, 12) with { Open = [false, false, false, true] };
        var refused = DeferredWork.FlatAgents(demand).Refused;
        Assert.Equal("deadline_seconds", Assert.IsType<Refusal.Invalid>(refused).Errors.Single().Field);
    }

    [Fact]
    public void What_is_due_after_the_last_interval_is_not_judged()
    {
        var rows = DeferredWork.With(Mails(4, 12, 12), [1, 1]).Value;
        Assert.Equal([9, 18], rows.Select(row => row.Backlog));
        Assert.All(rows, row => Assert.Null(row.InTime));
        Assert.Equal(0, DeferredWork.FlatAgents(Mails(4, 12, 12)).Value);
    }

    [Fact]
    public void Wrong_demand_is_refused_by_name()
    {
        var demand = new DeferredDemand([1, double.NaN], 0, -1) { Open = [true], Backlog = -1 };
        Assert.Equal(
            ["handle_seconds", "deadline_seconds", "backlog", "contacts[1]", "open"],
            Assert.IsType<Refusal.Invalid>(DeferredWork.FlatAgents(demand).Refused).Errors.Select(e => e.Field));
        Assert.NotNull(DeferredWork.With(Mails(1, 2, 3), [1]).Refused);
    }

    private static bool IsInTime(DeferredDemand demand, int agents)
    {
        var rows = DeferredWork.With(demand, [.. demand.Contacts.Select(_ => agents)]).Value;
        var deadline = demand.DeadlineSeconds / demand.IntervalSeconds;
        // The backlog of the start has no row of its own: it and the last deadlines are looked at apart.
        return rows.Select((row, i) => (row, i)).All(item =>
            item.row.InTime is null or >= 1 - 1e-6 || item.i + deadline > rows.Count - 1)
            && IsBacklogDone(demand, agents) && IsJudgedPartDone(demand, agents);
    }

    private static bool IsBacklogDone(DeferredDemand demand, int agents)
    {
        var open = demand.Contacts.Select((_, i) => demand.Open?[i] == false ? 0.0 : 1.0).ToArray();
        var deadline = demand.DeadlineSeconds / demand.IntervalSeconds;
        var whole = (int)deadline;
        var time = open.Take(whole).Sum() + (whole < open.Length ? open[whole] * (deadline - whole) : 0);
        return demand.Backlog <= (agents * time * demand.IntervalSeconds / demand.HandleSeconds) + 1e-6;
    }

    /// <summary>Of the interval in which the deadlines pass the end, the part that is due before.</summary>
    private static bool IsJudgedPartDone(DeferredDemand demand, int agents)
    {
        var last = demand.Contacts.Count - (demand.DeadlineSeconds / demand.IntervalSeconds);
        var capacity = demand.IntervalSeconds / demand.HandleSeconds * agents;
        var (waiting, served, arrived) = (demand.Backlog, 0.0, demand.Backlog);
        for (var i = 0; i < demand.Contacts.Count; i++)
        {
            var now = Math.Min(waiting + demand.Contacts[i], demand.Open?[i] == false ? 0 : capacity);
            (waiting, served) = (waiting + demand.Contacts[i] - now, served + now);
            arrived += demand.Contacts[i] * Math.Clamp(last - i, 0, 1);
        }

        return served >= arrived - 1e-6;
    }
}
