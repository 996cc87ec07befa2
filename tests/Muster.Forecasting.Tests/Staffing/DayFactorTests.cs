using Muster.Domain.Outcomes;
using Muster.Forecasting.Staffing;

namespace Muster.Forecasting.Tests.Staffing;

public sealed class DayFactorTests
{
    private static readonly Workload Work = new(100, 180) { IntervalSeconds = 1800, PatienceSeconds = 120 };
    private static readonly StaffingGoals Goals = new() { ServiceLevel = 0.8, ThresholdSeconds = 20 };

    public static TheoryData<DayFactorShape, double> Factors => new MatrixTheoryData<DayFactorShape, double>(
        Enum.GetValues<DayFactorShape>(), [0.02, 0.1, 0.3, 0.7, 1]);

    [Theory]
    [MemberData(nameof(Factors))]
    public void Days_have_mean_1_and_the_variation_asked_for(DayFactorShape shape, double variation)
    {
        var days = new DayFactor(variation, shape).Days(0.05);
        Assert.Equal(1, days.Sum(day => day.Weight), 1e-12);
        Assert.Equal(1, days.Sum(day => day.Weight * day.Factor), 1e-12);
        Assert.Equal(variation * variation, days.Sum(day => day.Weight * Math.Pow(day.Factor - 1, 2)), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Factors))]
    public void Finer_days_change_nothing(DayFactorShape shape, double variation)
    {
        var factor = new DayFactor(variation, shape);
        var level = StaffingEngine.Reached(Work, 13, Goals, factor).Value.ServiceLevel!.Value;
        var (inTime, all) = (0.0, 0.0);
        foreach (var (day, weight) in factor.Days(0.002))
        {
            var work = Work with { Contacts = Work.Contacts * day };
            inTime += weight * day * StaffingEngine.Reached(work, 13, Goals).Value.ServiceLevel!.Value;
            all += weight * day;
        }

        Assert.Equal(inTime / all, level, 1e-6);
    }

    [Fact]
    public void Uncertainty_costs_service_and_agents()
    {
        var agents = StaffingEngine.RequiredAgents(Work, Goals).Value;
        var (before, level) = (agents, StaffingEngine.Reached(Work, agents, Goals).Value.ServiceLevel);
        foreach (var variation in (double[])[0.1, 0.2, 0.3, 0.5])
        {
            var factor = new DayFactor(variation);
            var reached = StaffingEngine.Reached(Work, agents, Goals, factor).Value.ServiceLevel;
            var required = StaffingEngine.RequiredAgents(Work, Goals, factor).Value;
            Assert.True(reached < level && required >= before, $"{variation}: {reached} {required}");
            Assert.True(StaffingEngine.Reached(Work, required, Goals, factor).Value.ServiceLevel >= 0.8);
            Assert.True(StaffingEngine.Reached(Work, required - 1, Goals, factor).Value.ServiceLevel < 0.8);
            (before, level) = (required, reached);
        }

        Assert.True(before > agents);
    }

    [Fact]
    public void Certainty_is_no_factor() => Assert.Equal(
        StaffingEngine.Reached(Work, 13, Goals), StaffingEngine.Reached(Work, 13, Goals, new DayFactor(0)));

    [Fact]
    public void The_largest_volume_is_found_under_uncertainty()
    {
        var factor = new DayFactor(0.2, DayFactorShape.Lognormal);
        var most = StaffingEngine.LargestVolume(Work, Goals, 14, factor).Value;
        Assert.Equal(14, StaffingEngine.RequiredAgents(Work with { Contacts = most }, Goals, factor).Value);
        Assert.Equal(15, StaffingEngine.RequiredAgents(Work with { Contacts = most * 1.00001 }, Goals, factor).Value);
    }

    [Fact]
    public void Without_patience_busy_days_have_no_mean_wait()
    {
        var patient = Work with { PatienceSeconds = null };
        var goals = Goals with { AverageAnswerSeconds = 20 };
        var refused = StaffingEngine.RequiredAgents(patient, goals, new DayFactor(0.2)).Refused;
        Assert.Equal("average_answer_seconds", Assert.IsType<Refusal.Invalid>(refused).Errors.Single().Field);
        var figures = StaffingEngine.Reached(patient, 14, Goals, new DayFactor(0.2)).Value;
        Assert.Null(figures.AverageAnswerSeconds);
        Assert.InRange(figures.ServiceLevel!.Value, 0.5, 0.88);
    }
}
