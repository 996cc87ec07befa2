using FsCheck;
using FsCheck.Fluent;
using Muster.Domain.Outcomes;
using Muster.Forecasting.Staffing;

namespace Muster.Forecasting.Tests.Staffing;

public sealed class CarryOverTests
{
    // Ten agents serve 50 calls of 180 s in a quarter of an hour.
    private static StaffedInterval Calls(double contacts, int agents = 10) => new(new(contacts, 180), agents);

    [Fact]
    public void What_is_not_served_waits_for_the_next_interval()
    {
        var rows = CarryOver.Of([Calls(70), Calls(40), Calls(30), Calls(30)], 20).Value;
        Assert.Equal([20, 10, 0, 0], rows.Select(row => Math.Round(row.Backlog, 9)));
        // The first wait 0 to 20/50 of an interval, evenly.
        Assert.Equal(900 * 0.2, rows[0].AverageAnswerSeconds!.Value, 1e-9);
        Assert.Equal(20 / 360.0, rows[0].ServiceLevel, 1e-9);
        Assert.Equal(900 * 0.3, rows[1].AverageAnswerSeconds!.Value, 1e-9);
        Assert.Equal(0, rows[1].ServiceLevel);
    }

    [Fact]
    public void Without_overload_it_is_Erlang_C()
    {
        var rows = CarryOver.Of([Calls(40), Calls(30)], 20).Value;
        foreach (var (row, contacts) in rows.Zip([40, 30]))
        {
            var figures = StaffingEngine.Reached(new(contacts, 180), 10, new() { ThresholdSeconds = 20 }).Value;
            Assert.Equal(figures.ServiceLevel!.Value, row.ServiceLevel, 1e-9);
            Assert.Equal(figures.AverageAnswerSeconds!.Value, row.AverageAnswerSeconds!.Value, 1e-9);
            Assert.Equal(0, row.Unserved, 1e-9);
        }
    }

    [Fact]
    public void After_the_backlog_is_gone_service_is_normal_again()
    {
        var rows = CarryOver.Of([Calls(60), Calls(25), Calls(25)], 20).Value;
        // A backlog of 10 is gone after 10/25 of the interval; who comes later waits as ever.
        var normal = StaffingEngine.Reached(new(25, 180), 10, new() { ThresholdSeconds = 20 }).Value.ServiceLevel;
        Assert.InRange(rows[1].ServiceLevel, 0.6 * normal!.Value, normal.Value * 0.75);
        Assert.Equal(normal.Value, rows[2].ServiceLevel, 1e-9);
    }

    [Fact]
    public void Nobody_is_lost() => Prop.ForAll(
        Gen.Zip(Gen.Choose(0, 90), Gen.Choose(0, 15)).ArrayOf().ToArbitrary(), day =>
        {
            var intervals = day.Select(pair => Calls(pair.Item1, pair.Item2)).ToArray();
            var rows = CarryOver.Of(intervals, 20, backlog: 7).Value;
            var unserved = rows.Sum(row => row.Unserved);
            return rows.All(row => row.ServiceLevel is >= 0 and <= 1 && row.Backlog >= 0)
                && (rows.Count == 0 || Math.Abs(rows[^1].Backlog - unserved - 3.5) <= 3.5 + 1e-6);
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void Nobody_there_leaves_all_waiting()
    {
        var rows = CarryOver.Of([Calls(10, 0), Calls(0, 0)], 20).Value;
        Assert.Equal([10, 10], rows.Select(row => row.Backlog));
        Assert.Equal((10, 0, null), (rows[0].Unserved, rows[0].ServiceLevel, rows[0].AverageAnswerSeconds));
    }

    [Fact]
    public void Wrong_intervals_are_refused_by_name()
    {
        var refused = CarryOver.Of([Calls(1), new(new(-1, 180) { IntervalSeconds = 60 }, -1)], double.NaN).Refused;
        Assert.Equal(
            ["threshold_seconds", "intervals[1].contacts", "intervals[1].agents", "intervals[1].interval_seconds"],
            Assert.IsType<Refusal.Invalid>(refused).Errors.Select(error => error.Field));
    }
}
