using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Forecasting.Staffing;

namespace Muster.Forecasting.Tests.Staffing;

public sealed class RequirementTests
{
    private static readonly Workload Work = new(100, 180) { IntervalSeconds = 1800 };
    private static readonly StaffingGoals Goals = new() { ServiceLevel = 0.8, ThresholdSeconds = 20 };

    [Fact]
    public void Each_interval_has_its_own_row()
    {
        var shrinkage = new Shrinkage([new("holiday", 0.12), new("illness", 0.05), new("training", 0.13)]);
        var rows = StaffingEngine.Requirement(
        [
            new(Work, Goals) { Shrinkage = shrinkage },
            new(Work with { Contacts = 0 }, Goals with { MinimumAgents = 2 }),
            new(Work with { Contacts = 50, PatienceSeconds = 90 }, Goals),
        ]).Value;
        Assert.Equal([14, 2, 7], rows.Select(row => row.Agents));
        Assert.Equal([20, 2, 7], rows.Select(row => row.ScheduledAgents));
        Assert.Equal(14 * 0.05 / 0.7, shrinkage.LostTo(shrinkage.Kinds[1], 14), 1e-12);
    }

    [Theory]
    [InlineData(-0.1, "shrinkage[0].share")]
    [InlineData(double.NaN, "shrinkage[0].share")]
    [InlineData(0.6, "shrinkage")]
    public void Wrong_shrinkage_is_refused(double share, string field)
    {
        var shrinkage = new Shrinkage([new("a", share), new("b", 0.5)]);
        var rows = StaffingEngine.Requirement([new(Work, Goals) { Shrinkage = shrinkage }]);
        Assert.Equal($"intervals[0].{field}", Assert.IsType<Refusal.Invalid>(rows.Refused).Errors.Single().Field);
    }

    [Fact]
    public void A_kept_service_goal_becomes_staffing_goals()
    {
        var goal = new ServiceGoal
        {
            Name = "Gold",
            BusinessUnitId = default,
            AnswerPercent = 80,
            AnswerWithinSeconds = 20,
            AverageAnswerSeconds = 12,
            MaxAbandonmentPercent = 4,
            MaxOccupancyPercent = 85,
        };
        var expected = new StaffingGoals
        {
            ServiceLevel = 0.8,
            ThresholdSeconds = 20,
            Definition = ServiceLevelDefinition.WithoutShortAbandons,
            AverageAnswerSeconds = 12,
            MaxAbandonment = 0.04,
            MaxOccupancy = 0.85,
        };
        Assert.Equal(expected, StaffingGoals.Of(goal, ServiceLevelDefinition.WithoutShortAbandons));
    }

    [Fact]
    public void All_goals_together_need_what_the_hardest_needs()
    {
        var work = Work with { PatienceSeconds = 120 };
        StaffingGoals[] each =
        [
            Goals,
            new() { MaxOccupancy = 0.7 },
            new() { MaxAbandonment = 0.01 },
            new() { AverageAnswerSeconds = 5 },
        ];
        var all = Goals with { MaxOccupancy = 0.7, MaxAbandonment = 0.01, AverageAnswerSeconds = 5 };
        Assert.Equal(
            each.Max(goals => StaffingEngine.RequiredAgents(work, goals).Value),
            StaffingEngine.RequiredAgents(work, all).Value);
    }

    [Fact]
    public void An_occupancy_that_is_met_to_the_digit_costs_no_agent() =>
        Assert.Equal(20, StaffingEngine.RequiredAgents(new(85, 180), new() { MaxOccupancy = 0.85 }).Value);

    [Fact]
    public void Three_chats_at_once_are_three_servers()
    {
        var chats = new Workload(90, 600) { AtOnce = 3 };
        var agents = StaffingEngine.RequiredAgents(chats, Goals).Value;
        var servers = StaffingEngine.RequiredAgents(chats with { AtOnce = 1 }, Goals).Value;
        Assert.Equal((servers + 2) / 3, agents);
        Assert.Equal(
            StaffingEngine.Reached(chats with { AtOnce = 1 }, 3 * agents, Goals).Value with { Agents = agents },
            StaffingEngine.Reached(chats, agents, Goals).Value);
    }
}
