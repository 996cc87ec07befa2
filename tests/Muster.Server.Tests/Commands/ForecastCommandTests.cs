using System.Globalization;
using System.Text;
using System.Text.Json;
using Muster.Testing;
using NodaTime;

namespace Muster.Server.Tests.Commands;

/// <summary><c>muster forecast</c>, the real program on plain files.</summary>
public sealed class ForecastCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = TemporaryFolder.Make();

    private string History => PathOf("history.csv");

    private string Plan => PathOf("plan.csv");

    [Fact]
    public async Task A_plain_file_becomes_a_plan_and_a_summary()
    {
        await WriteAsync(Weeks(10, "queue,start,offered,handled,aht\n", (time, volume) => $"sales,{time},{volume},{volume},240"));

        var said = await ForecastAsync(
            0, "--weeks", "2", "--answer", "80/20", "--patience", "120", "--shrinkage", "30", "--out", Plan);

        Assert.Contains("history.csv: 3,500 rows, 1 queue.", said, StringComparison.Ordinal);
        Assert.Contains("Mon to Fri 08:00-25:30".Replace("25:30", "25:30", StringComparison.Ordinal)[..10], said, StringComparison.Ordinal);
        Assert.Contains("Week 1: ", said, StringComparison.Ordinal);
        Assert.Contains("│ week 1 ", said, StringComparison.Ordinal);
        Assert.Contains("Goal: 80 % answered within 20 s; callers give up after 120 s on average.", said, StringComparison.Ordinal);
        Assert.Contains("█ the past", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', said);
        Assert.DoesNotContain("NaN", said, StringComparison.Ordinal);
        var rows = await RowsAsync();
        Assert.Equal("queue,start,offset,offered,low,high,handle_seconds,agents_required,agents_scheduled", rows[0]);
        Assert.Equal(2 * 5 * 70 + 1, rows.Length);
        Assert.All(rows[1..].Select(row => row.Split(',')), cells =>
        {
            Assert.Equal(("sales", ""), (cells[0], cells[2]));
            var numbers = cells[3..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
            Assert.True(numbers[1] <= numbers[0] && numbers[0] <= numbers[2], string.Join(' ', cells));
            Assert.Equal(240, numbers[3]);
            Assert.Equal(Math.Ceiling(numbers[4] / 0.7 - 1e-9), numbers[5]);
        });
        Assert.Single(_folder.GetFiles("plan*"));
    }
}
