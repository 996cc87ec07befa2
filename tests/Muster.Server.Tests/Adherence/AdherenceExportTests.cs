using System.Text;
using CsvHelper;
using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Adherence.HistoryStage;

namespace Muster.Server.Tests.Adherence;

[Collection<OnHistoryStage>]
public sealed class AdherenceExportTests(HistoryStage stage)
{
    private const string Days = "&from=2026-06-08&to=2026-06-09";

    [Fact]
    public async Task A_file_has_the_rows_of_the_pages_and_says_up_to_when_they_are()
    {
        var unit = await StoredAsync();
        var path = Path(unit, "agent_day", "2026-06-08", "2026-06-09");

        var csv = (await stage.Client.GetAsync($"{path}&format=csv")).Is(OK);
        var rows = Read(csv.Text);

        Assert.Equal("text/csv; charset=utf-8", csv.Headers["Content-Type"]);
        Assert.Contains("2026-06-08-2026-06-09-agent_day.csv", csv.Headers["Content-Disposition"]);
        Assert.StartsWith("2026-11-01T00:00:00", csv.Headers["Muster-Stored-Until"], StringComparison.Ordinal);
        Assert.Equal(
            [
                "day", "unit", "team", "agent", "employee_number", "scheduled_seconds", "in_seconds", "out_seconds",
                "explained_seconds", "unknown_seconds", "ignored_seconds", "unscheduled_seconds",
                "scheduled_on_queue_seconds", "scheduled_work_seconds", "work_seconds", "adherence_percent",
                "conformance_percent",
            ],
            rows[0]);
        var items = (await stage.Client.GetAsync($"{path}&limit=5000")).Is(OK).Items;
        Assert.Equal(
            items.Select(row => (
                Text(row, "day"), Text(row, "agent"), Seconds(row, "out").ToString(),
                Percent(row, "adherence_percent"))),
            rows.Skip(1).Select(row => (row[0], row[3].TrimStart('\''), row[7], row[15])));
        var workbook = Workbook.Read(await stage.Client.FetchAsync($"{path}&format=xlsx"));
        Assert.Equal(["Adherence", "About"], workbook.Sheets);
        Assert.Equal(rows[0], workbook.Rows("Adherence")[0]);
        Assert.Equal(
            rows.Skip(1).Select(row => (row[3].TrimStart('\''), row[7])),
            workbook.Rows("Adherence").Skip(1).Select(row => (row[3], row[7])));
        Assert.Contains(workbook.Rows("About"), row => row[0] == "Stored until" && row[1].Length > 0);
    }

    [Fact]
    public async Task A_name_that_looks_like_a_formula_is_text_in_every_spreadsheet()
    {
        var unit = await stage.UnitAsync();
        var agent = await stage.HireAsync(unit, "x");
        await stage.RunAsync($"UPDATE agent SET first_name = '=1+1', last_name = '<\"Å,' WHERE id = '{agent}'");
        await stage.StoreAsync(agent, "2026-06-08T07:00Z", 1);
        var path = Path(unit, "agent", "2026-06-08", "2026-06-09");

        var csv = Read((await stage.Client.GetAsync($"{path}&format=csv")).Is(OK).Text);
        var workbook = Workbook.Read(await stage.Client.FetchAsync($"{path}&format=xlsx"));

        Assert.Equal("'=1+1 <\"Å,", csv[1][2]);
        Assert.Equal("=1+1 <\"Å,", workbook.Rows("Adherence")[1][2]);
    }

    [Fact]
    public async Task Exceptions_tell_the_rule_in_words_in_pages_and_in_files()
    {
        var unit = await StoredAsync();
        var path = $"/adherence/exceptions?unit_id={unit}{Days}";

        var whole = (await stage.Client.GetAsync(path)).Is(OK);
        var first = (await stage.Client.GetAsync($"{path}&limit=2")).Is(OK);
        var second = (await stage.Client.GetAsync($"{path}&limit=2&cursor={first.At("next_cursor")}")).Is(OK);
        var csv = Read((await stage.Client.GetAsync($"{path}&format=csv")).Is(OK).Text);
        var workbook = Workbook.Read(await stage.Client.FetchAsync($"{path}&format=xlsx"));

        Assert.Equal(3, whole.Items.Count);
        Assert.Equal(
            whole.Items.Select(row => row.ToString()), first.Items.Concat(second.Items).Select(row => row.ToString()));
        Assert.Equal("", second.At("next_cursor"));
        Assert.Equal("eating instead of Phone, which is on queue.", Text(whole.Items[0], "reason"));
        Assert.Equal(("out", "negative", "not_on_queue", "meal", "3"), (
            Text(whole.Items[0], "verdict"), Text(whole.Items[0], "impact"), Text(whole.Items[0], "rule"),
            Text(whole.Items[0], "counts_as"), Text(whole.Items[0], "day_version")));
        Assert.Equal(["2026-06-08", "2026-06-08T12:00:00+02:00", "2026-06-08T12:10:00+02:00", "600"], csv[1][..4]);
        Assert.Equal(csv.Select(row => row[10]), workbook.Rows("Exceptions").Select(row => row[10]));
    }

    [Fact]
    public async Task A_file_whose_rows_cannot_be_read_is_an_error_and_no_empty_file()
    {
        var unit = await StoredAsync();
        await stage.RunAsync("ALTER TABLE adherence_exception RENAME TO adherence_exception_away");
        try
        {
            var answer = await stage.Client.GetAsync($"/adherence/exceptions?unit_id={unit}{Days}&format=csv");

            Assert.Equal(InternalServerError, answer.Status);
        }
        finally
        {
            await stage.RunAsync("ALTER TABLE adherence_exception_away RENAME TO adherence_exception");
        }
    }

    private async Task<Guid> StoredAsync()
    {
        var unit = await stage.UnitAsync();
        foreach (var (name, adherent) in ((string, int)[])[("Ann", 700), ("Bob", 900)])
        {
            var agent = await stage.HireAsync(unit, name);
            await stage.StoreAsync(agent, "2026-06-08T07:00Z", 8, adherent);
            await stage.StoreAsync(agent, "2026-06-09T07:00Z", 8, adherent);
            await stage.StoreExceptionAsync(agent, "2026-06-08", "2026-06-08T10:00Z", "2026-06-08T10:10Z");
            if (name == "Ann")
            {
                await stage.StoreExceptionAsync(agent, "2026-06-08", "2026-06-08T11:00Z", "2026-06-08T11:10Z");
            }
        }

        return unit;
    }

    private static List<string[]> Read(string csv)
    {
        using var reader = CsvReader.Create(
            new MemoryStream(Encoding.UTF8.GetBytes(csv)), new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }
}
