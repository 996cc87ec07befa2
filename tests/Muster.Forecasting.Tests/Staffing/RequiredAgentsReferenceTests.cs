using Muster.Domain.Organization;
using Muster.Forecasting.Staffing;

namespace Muster.Forecasting.Tests.Staffing;

public sealed class RequiredAgentsReferenceTests
{
    [Fact]
    public void Every_row_of_the_table_is_met_exactly()
    {
        var rows = ReferenceTable.Rows("required_agents.csv").ToList();
        Assert.Equal(142, rows.Count);
        Assert.All(rows, row =>
        {
            var (work, goals) = (WorkOf(row), GoalsOf(row));
            var agents = (int)row.Number("agents")!;
            Assert.Equal(agents, StaffingEngine.RequiredAgents(work, goals).Value);
            var figures = StaffingEngine.Reached(work, agents, goals).Value;
            Assert.Equal(row.Number("achieved_sl")!.Value, figures.ServiceLevel!.Value, 1e-9);
            Assert.Equal(row.Number("occupancy")!.Value, figures.Occupancy, 1e-9);
            Assert.Equal(row.Number("abandon") ?? 0, figures.Abandonment, 1e-9);
        });
    }

    private static Workload WorkOf(ReferenceTable.ReferenceRow row) =>
        new(row.Number("calls")!.Value, row.Number("aht_s")!.Value)
        {
            IntervalSeconds = row.Number("interval_s")!.Value,
            PatienceSeconds = row.Number("patience_s"),
        };

    private static StaffingGoals GoalsOf(ReferenceTable.ReferenceRow row) => new()
    {
        ServiceLevel = row.Number("sl_target"),
        ThresholdSeconds = row.Number("threshold_s"),
        MaxOccupancy = row.Number("max_occupancy"),
        MaxAbandonment = row.Number("max_abandon"),
        Definition = row.Text("sl_definition") switch
        {
            "of_answered" => ServiceLevelDefinition.AnsweredOfAnswered,
            "excl_short_abandons" => ServiceLevelDefinition.WithoutShortAbandons,
            "wait_le_T_any" => ServiceLevelDefinition.WaitedNoLonger,
            _ => ServiceLevelDefinition.AnsweredOfOffered,
        },
    };
}
