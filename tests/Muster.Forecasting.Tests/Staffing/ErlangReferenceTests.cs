using Muster.Domain.Organization;
using Muster.Forecasting.Staffing;

namespace Muster.Forecasting.Tests.Staffing;

/// <summary>Every figure of every row, within 1e-9 of it, or of 1 where it is smaller.</summary>
public sealed class ErlangReferenceTests
{
    private static readonly (ServiceLevelDefinition Definition, string Column)[] Levels =
    [
        (ServiceLevelDefinition.AnsweredOfOffered, "sl_answered_in_T_of_offered"),
        (ServiceLevelDefinition.AnsweredOfAnswered, "sl_answered_in_T_of_answered"),
        (ServiceLevelDefinition.WithoutShortAbandons, "sl_excl_short_abandons"),
        (ServiceLevelDefinition.WaitedNoLonger, "sl_wait_le_T_any"),
    ];

    [Fact]
    public void Blocking_is_that_of_the_table()
    {
        var rows = Rows("ErlangB").ToList();
        Assert.Equal(19, rows.Count);
        Assert.All(rows, row =>
        {
            var (agents, load) = ((int)row.Number("agents")!, row.Number("offered_load")!.Value);
            var blocking = ErlangB.Blocking(agents, load);
            Close(row, "p_block", blocking);
            Close(row, "occupancy", load * (1 - blocking) / agents);
        });
    }

    [Theory]
    [InlineData("ErlangC", 43)]
    [InlineData("ErlangA", 55)]
    public void Figures_are_those_of_the_table(string model, int count)
    {
        var rows = Rows(model).ToList();
        Assert.Equal(count, rows.Count);
        Assert.All(rows, row =>
        {
            var figures = Reached(row, ServiceLevelDefinition.AnsweredOfOffered);
            Close(row, "offered_load", figures.Load);
            Close(row, "p_wait", figures.WaitProbability);
            Close(row, "p_abandon", figures.Abandonment);
            Close(row, "asa_answered_s", figures.AverageAnswerSeconds);
            Close(row, "wait_all_s", figures.AverageWaitSeconds);
            Close(row, "wait_abandoned_s", figures.AverageAbandonSeconds);
            Close(row, "occupancy", figures.Occupancy);
            Close(row, "mean_queue", figures.Waiting);
            foreach (var (definition, column) in Levels)
            {
                Close(row, column, Reached(row, definition).ServiceLevel);
            }
        });
    }

    [Fact]
    public void The_ninetieth_percentile_of_waits_is_that_of_the_table() => Assert.All(Rows("ErlangC"), row =>
    {
        // The service level of its own threshold, where it is not 0.
        var percentile = row.Number("wait_p90_s")!.Value;
        var level = Reached(row, ServiceLevelDefinition.WaitedNoLonger, percentile).ServiceLevel!.Value;
        Assert.True(percentile == 0 ? level >= 0.9 : Math.Abs(level - 0.9) < 1e-9, row.Text("id"));
    });

    private static IEnumerable<ReferenceTable.ReferenceRow> Rows(string model) =>
        ReferenceTable.Rows("erlang_reference.csv").Where(row => row.Text("model") == model);

    private static QueueFigures Reached(
        ReferenceTable.ReferenceRow row, ServiceLevelDefinition definition, double? threshold = null)
    {
        var work = new Workload(row.Number("calls")!.Value, row.Number("aht_s")!.Value)
        {
            IntervalSeconds = row.Number("interval_s")!.Value,
            PatienceSeconds = row.Number("patience_s"),
        };
        var goals = new StaffingGoals
        {
            ThresholdSeconds = threshold ?? row.Number("threshold_s"),
            Definition = definition,
        };
        return StaffingEngine.Reached(work, (int)row.Number("agents")!, goals).Value;
    }

    private static void Close(ReferenceTable.ReferenceRow row, string column, double? actual)
    {
        if (row.Number(column) is { } expected)
        {
            var error = Math.Abs(actual!.Value - expected) / Math.Max(expected, 1);
            Assert.True(error < 1e-9, $"{row.Text("id")} {column}: {actual:R}, not {expected:R}.");
        }
    }
}
