using System.Globalization;
using Muster.Server.Api.Demand;
using Muster.Server.Demo;
using Muster.Server.Demo.History;
using Muster.Server.Demo.Steps;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Commands;

/// <summary>Imports a file of past calls.</summary>
internal sealed class PlanHistory(CentreGround ground, FileInfo file) : ICentreStep
{
    private const string Start = "start";

    private static readonly LocalDateTimePattern Pattern =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public required int Minutes { get; init; }

    /// <summary>Whether it is moved by whole weeks, so that it ends last Sunday.</summary>
    public required bool IsMoved { get; init; }

    public string Title => "History";

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        using var reader = new StreamReader(PlainFile.Open(file));
        var text = await reader.ReadToEndAsync(token);
        tell($"importing {file.Name}");
        var view = await ground.Planner.PostTextAsync<ImportView>(
            $"/history/import?business_unit_id={ground.BusinessUnit}&minutes={Minutes}"
            + $"&file_name={Uri.EscapeDataString(file.Name)}",
            IsMoved ? Moved(text) : text, token);
        foreach (var row in view.Rejected)
        {
            tell($"line {row.Line}: {row.Reason}");
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"{view.Offered:N0} contacts of {string.Join(", ", view.Queues)} in {view.Intervals:N0} intervals")
            + (view.RejectedRows > 0 ? $"; {view.RejectedRows} rows could not be used" : "");
    }

    // Weekdays stay what they are, so the weeks are as the file has them.
    private string Moved(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var place = lines.Length == 0 ? -1 : Array.IndexOf(lines[0].Split(','), Start);
        if (place < 0 || lines.Length < 2)
        {
            throw new StartRefusedException(
                $"{file.Name} has no column \"{Start}\" by which it could be moved.",
                "Maybe leave --to-last-week out.");
        }

        var rows = lines.Skip(1).Select(line => line.Split(',')).ToList();
        var last = rows.Max(row => At(row, place)).Date.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday));
        var monday = ground.Today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var dates = new Redating(last, monday, ground.Zone);
        return string.Join('\n', rows.Select(row => Moved(row, place, dates)).OfType<string>().Prepend(lines[0]));
    }

    private string? Moved(string[] row, int place, Redating dates)
    {
        if (dates.Of(At(row, place)) is not { } at)
        {
            return null;
        }

        row[place] = Pattern.Format(at);
        return string.Join(',', row);
    }

    private LocalDateTime At(string[] row, int place) =>
        place < row.Length && Pattern.Parse(row[place]) is { Success: true, Value: var at }
            ? at
            : throw new StartRefusedException(
                $"{file.Name}: \"{string.Join(',', row)}\" has no time like 2026-03-02T09:00.",
                "Maybe leave --to-last-week out: the import itself reads times of many forms.");
}
