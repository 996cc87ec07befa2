using System.Globalization;
using Muster.Adherence.Results;
using Muster.Domain.Organization;
using Muster.Server.Api.Json;
using Muster.Server.Reports;
using NodaTime;

namespace Muster.Server.Adherence.History;

/// <summary>Stored results as files.</summary>
internal static class HistoryReports
{
    private static readonly IReadOnlyList<ReportColumn<HistoryRow>> Figures =
    [
        Seconds("scheduled_seconds", totals => totals.Scheduled),
        Seconds("in_seconds", totals => totals.In),
        Seconds("out_seconds", totals => totals.Out),
        Seconds("explained_seconds", totals => totals.Explained),
        Seconds("unknown_seconds", totals => totals.Unknown),
        Seconds("ignored_seconds", totals => totals.Ignored),
        Seconds("unscheduled_seconds", totals => totals.Unscheduled),
        Seconds("scheduled_on_queue_seconds", totals => totals.ScheduledOnQueue),
        Seconds("scheduled_work_seconds", totals => totals.ScheduledWork),
        Seconds("work_seconds", totals => totals.Work),
        new("adherence_percent", row => ReportCell.Percent(row.Totals.AdherencePercent)),
        new("conformance_percent", row => ReportCell.Percent(row.Totals.ConformancePercent)),
    ];

    /// <param name="recounting">So many days of agents are being judged anew.</param>
    /// <param name="portions">The rows, in order.</param>
    public static Report<HistoryRow> Of(
        HistoryOutline outline, long recounting, IAsyncEnumerable<IReadOnlyList<HistoryRow>> portions) => new(
        "Adherence", FileName("adherence", outline.Scope, EnumWord.Write(outline.By)),
        [.. Whose(outline), .. Figures],
        [
            .. About(outline.Scope, recounting), ("A row for each", ReportCell.Text(EnumWord.Write(outline.By))),
            ("adherence_percent", ReportCell.Text("(in + explained) / (in + explained + out), of the sums")),
            ("conformance_percent", ReportCell.Text("work / scheduled work, of the sums")),
        ],
        portions);

    /// <summary>The name of a file, without what file systems cannot have.</summary>
    public static string FileName(string kind, HistoryScope scope, string? by)
    {
        var unit = string.Concat(scope.Unit.Name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
        var days = string.Create(
            CultureInfo.InvariantCulture, $"{scope.From:uuuu-MM-dd}-{scope.End.PlusDays(-1):uuuu-MM-dd}");
        return string.Join('-', ((string?[])[kind, unit, days, by]).OfType<string>());
    }

    /// <summary>What a reader must know, whatever is in the file.</summary>
    public static IEnumerable<(string Name, ReportCell Value)> About(HistoryScope scope, long recounting)
    {
        var until = scope.Stored.Until is { } at ? Instant.FromDateTimeOffset(at) : (Instant?)null;
        var zone = scope.Zones is [var only] ? only : DateTimeZone.Utc;
        yield return ("Unit", ReportCell.Text(scope.Unit.Name));
        yield return ("From", ReportCell.Day(scope.From));
        yield return ("To", ReportCell.Day(scope.End.PlusDays(-1)));
        yield return ("Days by the clock of", ReportCell.Text(string.Join(", ", scope.Zones.Select(one => one.Id))));
        yield return ("Stored until", ReportCell.Time(until, zone));
        yield return ("Clock of that", ReportCell.Text(zone.Id));
        yield return ("Days of agents being judged anew", ReportCell.Number(recounting));
    }

    private static IEnumerable<ReportColumn<HistoryRow>> Whose(HistoryOutline outline)
    {
        var by = outline.By;
        if (by is HistoryBy.Day or HistoryBy.AgentDay or HistoryBy.TeamDay or HistoryBy.UnitDay)
        {
            yield return new("day", row => ReportCell.Day(row.Day));
        }

        if (by is HistoryBy.Interval or HistoryBy.AgentInterval)
        {
            yield return new("start", row => ReportCell.Time(row.Start, ZoneOf(row, outline.Scope)));
        }

        yield return new("unit", row => ReportCell.Text(row.Group.Unit?.Name));
        if (by is HistoryBy.Team or HistoryBy.TeamDay or HistoryBy.Agent or HistoryBy.AgentDay
            or HistoryBy.AgentInterval)
        {
            yield return new("team", row => ReportCell.Text(TeamOf(row, outline.Scope)?.Name));
        }

        if (by is HistoryBy.Agent or HistoryBy.AgentDay or HistoryBy.AgentInterval)
        {
            yield return new("agent", row => ReportCell.Text(row.Group.Name));
            yield return new("employee_number", row => ReportCell.Text(row.Group.Agent!.EmployeeNumber));
        }
    }

    /// <summary>By whose clock the times of a row are.</summary>
    public static DateTimeZone ZoneOf(HistoryRow row, HistoryScope scope) =>
        row.Group.Unit is { } unit ? scope.Organization.ZoneOf(unit)
        : scope.Zones is [var only] ? only
        : DateTimeZone.Utc;

    /// <summary>The team of a row; of an agent the one of the day, of several days that of the last.</summary>
    public static Team? TeamOf(HistoryRow row, HistoryScope scope)
    {
        var day = row.Day ?? row.Start?.InZone(ZoneOf(row, scope)).Date ?? scope.End.PlusDays(-1);
        return row.Group.TeamOn(day, scope.Organization);
    }

    private static ReportColumn<HistoryRow> Seconds(string name, Func<AdherenceTotals, long> of) =>
        new(name, row => ReportCell.Number(of(row.Totals)));
}
