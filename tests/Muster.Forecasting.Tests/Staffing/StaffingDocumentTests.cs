using System.Globalization;
using Muster.Domain.Organization;
using Muster.Forecasting.Staffing;

namespace Muster.Forecasting.Tests.Staffing;

/// <summary>The figures that docs/staffing.md shows are those that come out.</summary>
public sealed class StaffingDocumentTests
{
    private static readonly Workload Work = new(100, 180) { IntervalSeconds = 1800, PatienceSeconds = 120 };
    private static readonly StaffingGoals Goals = new() { ServiceLevel = 0.8, ThresholdSeconds = 20 };

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void The_table_of_agents(int agents)
    {
        var f = StaffingEngine.Reached(Work, agents, Goals).Value;
        var mark = StaffingEngine.RequiredAgents(Work, Goals).Value == agents ? "required" : "";
        var row = $"| {mark} | {agents} | {Part(f.ServiceLevel)} | {Number(f.AverageAnswerSeconds)} s ";
        Shows(row + $"| {Part(f.Occupancy)} | {Part(f.Abandonment)} |");
    }

    [Fact]
    public void The_largest_volume() =>
        Shows($"12 agents carry {Number(StaffingEngine.LargestVolume(Work, Goals, 12).Value)} calls");

    [Fact]
    public void The_four_definitions() => Shows("12 agents of the queue above: " + string.Join(", ",
        Enum.GetValues<ServiceLevelDefinition>().Select(definition => Part(StaffingEngine.Reached(
            Work, 12, Goals with { Definition = definition }).Value.ServiceLevel))));

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.2)]
    [InlineData(0.3)]
    public void The_table_of_uncertainty(double variation)
    {
        var factor = new DayFactor(variation);
        var level = StaffingEngine.Reached(Work, 12, Goals, factor).Value.ServiceLevel!.Value;
        Shows($"| {variation} | {Part(level)} | {StaffingEngine.RequiredAgents(Work, Goals, factor).Value} |");
    }

    [Theory]
    [InlineData(0.25, 4)]
    [InlineData(1, 2)]
    [InlineData(4, 1)]
    public void The_mails(double hours, int agents)
    {
        double[] day = [12, 12, 12, 12, .. Enumerable.Repeat(0.0, 16)];
        Assert.Equal(agents, DeferredWork.FlatAgents(new(day, 300, hours * 3600)).Value);
    }

    private static string Part(double? part) => part!.Value.ToString("0.0 %", CultureInfo.InvariantCulture);

    private static string Number(double? number) => number!.Value.ToString("0.0", CultureInfo.InvariantCulture);

    private static void Shows(string text)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Muster.slnx")))
        {
            folder = folder.Parent;
        }

        var page = File.ReadAllText(Path.Combine(folder.FullName, "docs", "staffing.md"));
        Assert.Contains(text, page, StringComparison.Ordinal);
    }
}
