using System.Globalization;
using Muster.Domain.Organization;
using Muster.Forecasting.Staffing;

namespace Muster.Forecasting.Tests.Staffing;

/// <summary>
/// Where series are long, numbers overflow or digits cancel. Values: hypergeometric functions of 60 digits.
/// </summary>
public sealed class CornerTests
{
    [Theory]
    [InlineData("30000 300 36000 5010 20", 0.797770956556679, 0.00044417395371086, 0.685849022228775, 15.9894312900384)]
    [InlineData("600000 300 600 100000 20", 0.586134708470347, 0.001045115094607, 0.998954884905393, 0.626845503689876)]
    [InlineData("600000 300 600 99000 5", 0.999996411992889, 0.0100000030888535, 0.220581357566997, 6.02868824876797)]
    [InlineData("100 180 1000000 10 20", 0.987774951909275, 0.00333998025240013, 0.0159360864049605, 3342.26341827702)]
    [InlineData("100 180 1000000 9 20", 1, 0.1, 0, 105350.51569116)]
    [InlineData("1000 300 30 5 20", 0.999999991820163, 0.970000000050271, 2.00887026551929e-5, 83.3076228671369)]
    [InlineData("6000 300 600 300 20", 1, 0.7, 0, 721.883821484412)]
    [InlineData("6000 300 600 300 400", 1, 0.7, 0, 721.883821484412)]
    [InlineData("1000000 839 5 2 51", 1, 0.999995709177592, 3.88333768e-6, 42.4359262830465)]
    [InlineData("2000 600 3 2 20", 0.999890902551698, 0.997000163891274, 0.00298786334668677, 5.32104116944732)]
    public void Overload_patience_and_size_cost_no_digits(
        string queue, double waiting, double abandonment, double level, double answerSeconds)
    {
        var numbers = queue.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        var work = new Workload(numbers[0], numbers[1]) { IntervalSeconds = 1800, PatienceSeconds = numbers[2] };
        var goals = new StaffingGoals { ThresholdSeconds = numbers[4] };
        var figures = StaffingEngine.Reached(work, (int)numbers[3], goals).Value;

        Close(waiting, figures.WaitProbability);
        Close(abandonment, figures.Abandonment);
        Close(level, figures.ServiceLevel!.Value);
        Close(answerSeconds, figures.AverageAnswerSeconds!.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1.0)]
    [InlineData(300.0)]
    [InlineData(1e9)]
    public void A_hundred_thousand_agents_do_not_overflow(double? patience)
    {
        var goals = new StaffingGoals { ServiceLevel = 0.8, ThresholdSeconds = 20 };
        foreach (var load in (double[])[5_000, 99_999.5, 1_000_000])
        {
            var work = new Workload(load * 3, 300) { PatienceSeconds = patience };
            var agents = StaffingEngine.RequiredAgents(work, goals).Value;
            Assert.True(Level(work, agents, goals) >= 0.8);
            Assert.True(Level(work, agents - 1, goals) < 0.8);
        }
    }

    [Fact]
    public void Extremes_have_figures()
    {
        double[] contacts = [1e-300, 0.001, 1, 1e5];
        double[] seconds = [0.001, 1, 1e5];
        double?[] patiences = [null, 0.001, 60, 1e9];
        int[] agents = [0, 1, 7, 1000, StaffingGoals.MostAgents];
        var cases = from c in contacts from s in seconds from p in patiences from n in agents select (c, s, p, n);
        foreach (var (c, s, p, n) in cases)
        {
            foreach (var definition in Enum.GetValues<ServiceLevelDefinition>())
            {
                var work = new Workload(c, s) { PatienceSeconds = p, IntervalSeconds = 86400 };
                var goals = new StaffingGoals { ThresholdSeconds = s, Definition = definition };
                var figures = StaffingEngine.Reached(work, n, goals).Value;
                Assert.InRange(figures.ServiceLevel!.Value, 0, 1);
                Assert.InRange(figures.Abandonment, 0, 1);
                Assert.InRange(figures.Occupancy, 0, 1);
                Assert.InRange(figures.WaitProbability, 0, 1);
                Assert.InRange(figures.AverageAnswerSeconds ?? 0, 0, double.MaxValue);
                Assert.InRange(figures.AverageAbandonSeconds ?? 0, 0, double.MaxValue);
            }
        }
    }

    [Fact]
    public void A_great_margin_of_agents_keeps_the_digits_of_what_is_missed()
    {
        var work = new Workload(100, 180) { IntervalSeconds = 1800, PatienceSeconds = 120 };
        var goals = new StaffingGoals { ServiceLevel = 1 - 1e-12, ThresholdSeconds = 20 };
        Assert.InRange(StaffingEngine.RequiredAgents(work, goals).Value, 38, 50);
    }

    private static double Level(Workload work, int agents, StaffingGoals goals) =>
        StaffingEngine.Reached(work, agents, goals).Value.ServiceLevel!.Value;

    private static void Close(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Max(expected, 1), $"{actual:R}, not {expected:R}.");
}
