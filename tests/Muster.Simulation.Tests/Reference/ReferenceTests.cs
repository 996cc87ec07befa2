using System.Globalization;
using Muster.Domain.Organization;
using Muster.Simulation.Results;

namespace Muster.Simulation.Tests.Reference;

/// <summary>
/// Another simulator's figures (6,000,000 calls a case) for 17 designs; each figure lies within 3 joint half-widths.
/// </summary>
public sealed class ReferenceTests
{
    private const double Calls = 500_000;
    private const double Widths = 3;
    private const double Rounding = 1e-5;

    private static readonly ILookup<string, string[]> Rows = File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", "multiskill_reference.csv"))
        .Skip(1).Select(line => line.Split(',')).ToLookup(row => row[0]);

    public static TheoryData<string> Cases => [.. Rows.Select(rows => rows.Key)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_agrees_with_the_reference_simulator(string name)
    {
        var rows = Rows[name].ToList();
        var perHour = Number(rows.First(row => row[2] == "all")[3]);
        var total = ReferenceCase.Of(name).ForCalls(Calls, perHour).Run().Total;
        Assert.All(rows, row => Check(row, total));
    }

    [Fact]
    public void All_rows_are_read() => Assert.Equal((17, 94), (Rows.Count, Rows.Sum(rows => rows.Count())));

    private static void Check(string[] row, PeriodResult total)
    {
        var scope = row[2];
        if (scope.StartsWith("group", StringComparison.Ordinal))
        {
            Close(row, 9, 13, total.Groups.Single(group => group.Name == scope).Occupancy);
            return;
        }

        var queue = scope == "all" ? total.All : total.Queues.Single(queue => queue.Name == scope);
        Close(row, 4, 10, queue.ServiceLevel(ServiceLevelDefinition.AnsweredOfOffered));
        Close(row, 5, 10, queue.ServiceLevel(ServiceLevelDefinition.WithoutShortAbandons));
        Close(row, 6, 11, queue.AbandonmentRate);
        Close(row, 7, 12, queue.AverageSpeedOfAnswerSeconds);
        Close(row, 8, 12, queue.MeanWaitSeconds);
        if (row[9].Length > 0)
        {
            Close(row, 9, 13, queue.Occupancy);
        }
    }

    private static void Close(string[] row, int column, int widthColumn, Estimate? found)
    {
        var (expected, width) = (Number(row[column]), Number(row[widthColumn]));
        Assert.NotNull(found);
        Assert.NotNull(found.Value.HalfWidth);
        var joint = Math.Sqrt((width * width) + (found.Value.HalfWidth.Value * found.Value.HalfWidth.Value));
        var distance = Math.Abs(found.Value.Value - expected);
        Assert.True(distance <= (Widths * joint) + Rounding,
            $"{row[0]} {row[2]}, column {column}: {found.Value.Value} is {distance / joint} widths off {expected}.");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
