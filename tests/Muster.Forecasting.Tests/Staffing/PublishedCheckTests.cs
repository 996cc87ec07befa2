using Muster.Domain.Organization;
using Muster.Forecasting.Staffing;

namespace Muster.Forecasting.Tests.Staffing;

/// <summary>
/// What others have published, to the digits they printed: pyworkforce's tests, Mandelbaum and Zeltyn's introduction
/// to Erlang A, L'Ecuyer and Buist's ContactCenters. P18 to P20, of several skills or of busy days that do
/// not settle, are the simulation's.
/// </summary>
public sealed class PublishedCheckTests
{
    private static readonly Workload Hundred = new(100, 180) { IntervalSeconds = 1800 };
    private static readonly Workload Impatient = Hundred with { PatienceSeconds = 300 };

    [Fact]
    public void P01_to_P03_Erlang_C_with_14_agents()
    {
        var figures = Reached(Hundred, 14, 19.8);
        Assert.Equal(0.888, figures.ServiceLevel!.Value, 5e-4);
        Assert.Equal(0.174, figures.WaitProbability, 5e-4);
        Assert.Equal(0.714, figures.Occupancy, 5e-4);
    }

    [Theory]
    [InlineData(0.85, 14, 20, 0.888)]
    [InlineData(0.70, 15, 22, 0.941)]
    public void P04_and_P05_occupancy_and_shrinkage(double occupancy, int raw, int scheduled, double level)
    {
        var goals = new StaffingGoals { ServiceLevel = 0.8, ThresholdSeconds = 20, MaxOccupancy = occupancy };
        var row = StaffingEngine.Requirement([new(Hundred, goals) { Shrinkage = Shrinkage.Of(0.3) }]).Value.Single();
        Assert.Equal((raw, scheduled), (row.Agents, row.ScheduledAgents));
        Assert.Equal(level, row.Figures.ServiceLevel!.Value, 6e-4);
    }

    [Fact]
    public void P06_and_P07_Erlang_B()
    {
        Assert.Equal(0.5, ErlangB.Blocking(1, 1), 1e-12);
        Assert.Equal(0.2, ErlangB.Blocking(2, 1), 1e-12);
        Assert.Equal(17, ErlangB.LinesFor(10, 0.02));
        Assert.Equal(25, Shrinkage.Whole(Shrinkage.Of(0.3).Scheduled(17)));
    }

    [Fact]
    public void P08_to_P12_Erlang_A_with_14_agents()
    {
        var figures = Reached(Impatient, 14, 20);
        Assert.Equal(0.14526, figures.WaitProbability, 5e-6);
        Assert.Equal(0.013984, figures.Abandonment, 5e-7);
        Assert.Equal(0.704297, figures.Occupancy, 5e-7);
        Assert.Equal(0.069919, figures.AverageWaitSeconds!.Value / 60, 5e-7);
        Assert.Equal(0.916792, figures.ServiceLevel!.Value, 5e-7);
    }

    [Fact]
    public void P13_Erlang_A_with_13_agents()
    {
        var figures = Reached(Impatient, 13, 20);
        Assert.Equal(0.858, figures.ServiceLevel!.Value, 5e-4);
        Assert.Equal(0.750, figures.Occupancy, 5e-4);
        Assert.Equal(0.025, figures.Abandonment, 5e-4);
        Assert.Equal(0.226, figures.WaitProbability, 5e-4);
    }

    [Fact]
    public void P14_and_P15_what_patience_changes()
    {
        var work = new Workload(48 * 15, 60);
        var patient = Reached(work, 50, 58.1);
        Assert.Equal(20.8, patient.AverageAnswerSeconds!.Value, 0.05);
        Assert.Equal(0.9, patient.ServiceLevel!.Value, 5e-4);
        Assert.Equal(17, patient.Waiting!.Value, 0.5);
        Assert.Equal(0.96, patient.Occupancy, 5e-3);
        var impatient = Reached(work with { PatienceSeconds = 120 }, 50, 20);
        Assert.Equal(0.031, impatient.Abandonment, 5e-4);
        Assert.Equal(3.7, impatient.AverageWaitSeconds!.Value, 0.05);
        Assert.Equal(3, impatient.Waiting!.Value, 0.05);
        Assert.Equal(0.93, impatient.Occupancy, 5e-3);
    }

    // Simulated days of eight hours begin empty, so their queue does a little better than in steady state.
    [Fact]
    public void P16_and_P17_days_of_twelve_agents()
    {
        var work = new Workload(4.2 * 15, 120);
        var patient = Reached(work, 12, 20);
        Assert.Equal(0.902, patient.ServiceLevel!.Value, 0.004);
        Assert.Equal(0.099, patient.AverageAnswerSeconds!.Value / 60, 0.004);
        Assert.Equal(0.695, patient.Occupancy, 0.006);
        var goals = new StaffingGoals
        {
            ThresholdSeconds = 20,
            Definition = ServiceLevelDefinition.WithoutShortAbandons,
        };
        var impatient = StaffingEngine.Reached(work with { PatienceSeconds = 60 }, 12, goals).Value;
        Assert.Equal(0.968, impatient.ServiceLevel!.Value, 0.001);
        Assert.Equal(58.6, impatient.Abandonment * 2016, 1.3);
        Assert.Equal(0.024, impatient.AverageAnswerSeconds!.Value / 60, 0.001);
    }

    [Fact]
    public void P21_a_telethon()
    {
        var work = new Workload(50, 600) { IntervalSeconds = 3600, PatienceSeconds = 120 };
        var figures = Reached(work, 12, 60);
        // Each of its days begins empty and lasts but 24 handle times, so fewer give up than in steady state.
        Assert.InRange(31.8 / 995, 0.75 * figures.Abandonment, figures.Abandonment);
        Assert.Equal(0.6677, figures.Occupancy, 0.01);
    }

    private static StaffingGoals Threshold(double seconds) => new() { ThresholdSeconds = seconds };

    private static QueueFigures Reached(Workload work, int agents, double threshold) =>
        StaffingEngine.Reached(work, agents, Threshold(threshold)).Value;
}
