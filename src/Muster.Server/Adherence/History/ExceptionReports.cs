using Muster.Adherence.Results;
using Muster.Domain.Organization;
using Muster.Server.Api.Json;
using Muster.Server.Reports;
using NodaTime;

namespace Muster.Server.Adherence.History;

/// <summary>Stored exceptions as files, and in words.</summary>
internal static class ExceptionReports
{
    /// <param name="recounting">So many days of agents are being judged anew.</param>
    /// <param name="portions">The rows, in order.</param>
    public static Report<HistoryException> Of(
        HistoryOutline outline, long recounting, IAsyncEnumerable<IReadOnlyList<HistoryException>> portions) => new(
        "Exceptions", HistoryReports.FileName("exceptions", outline.Scope, null), Columns(outline.Scope),
        [.. HistoryReports.About(outline.Scope, recounting)], portions);

    public static DateTimeZone ZoneOf(HistoryException row, HistoryScope scope) =>
        scope.Organization.ZoneOf(row.Group.Unit!);

    public static ActivityCode? CodeOf(HistoryException row, HistoryScope scope) =>
        row.Told.ActivityCode is { } id ? scope.Organization.ActivityCodes.Find(new ActivityCodeId(id)) : null;

    /// <summary>The rule that fired, in a sentence.</summary>
    public static string Reason(HistoryException row, HistoryScope scope)
    {
        var told = row.Told;
        var planned = told.ActivityCode is null ? null : CodeOf(row, scope)?.Name ?? "something";
        var at = told.ToldAt?.InZone(ZoneOf(row, scope)).ToString("uuuu-MM-dd HH:mm:ss", null);
        return ReasonWords.Of(Rule(told.Rule), planned, told.Source, told.State, told.Reason)
            .SentenceOf(told.ScheduleVersion, at);
    }

    public static VerdictRule Rule(string word) => EnumWord.Read<VerdictRule>(word) ?? default;

    private static IReadOnlyList<ReportColumn<HistoryException>> Columns(HistoryScope scope) =>
    [
        new("day", row => ReportCell.Day(row.Told.Day)),
        new("start", row => ReportCell.Time(row.Told.Start, ZoneOf(row, scope))),
        new("end", row => ReportCell.Time(row.Told.End, ZoneOf(row, scope))),
        new("seconds", row => ReportCell.Number((long)(row.Told.End - row.Told.Start).TotalSeconds)),
        new("unit", row => ReportCell.Text(row.Group.Unit!.Name)),
        new("team", row => ReportCell.Text(row.Group.TeamOn(row.Told.Day, scope.Organization)?.Name)),
        new("agent", row => ReportCell.Text(row.Group.Name)),
        new("employee_number", row => ReportCell.Text(row.Group.Agent!.EmployeeNumber)),
        new("verdict", row => ReportCell.Text(row.Told.Verdict)),
        new("impact", row => ReportCell.Text(row.Told.Impact)),
        new("reason", row => ReportCell.Text(Reason(row, scope))),
        new("scheduled", row => ReportCell.Text(CodeOf(row, scope)?.Name)),
        new("counts_as", row => ReportCell.Text(row.Told.Actual)),
        new("source", row => ReportCell.Text(row.Told.Source)),
        new("state", row => ReportCell.Text(row.Told.State)),
        new("state_reason", row => ReportCell.Text(row.Told.Reason)),
        new("rule", row => ReportCell.Text(row.Told.Rule)),
        new("day_version", row => ReportCell.Number(row.Told.ScheduleVersion)),
        new("told_at", row => ReportCell.Time(row.Told.ToldAt, ZoneOf(row, scope))),
        new("approval_id", row => ReportCell.Text(row.Told.ApprovalId?.ToString("D"))),
    ];
}
