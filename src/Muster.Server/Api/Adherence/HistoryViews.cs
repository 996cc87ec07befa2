using Muster.Adherence.Results;
using Muster.Server.Adherence.History;
using Muster.Server.Api.Json;

namespace Muster.Server.Api.Adherence;

/// <summary>Writes stored results as the API tells them.</summary>
internal static class HistoryViews
{
    public static AdherenceHistoryView<T> Of<T>(
        HistoryScope scope, long recounting, IReadOnlyList<T> items, string? next) => new(
        scope.Unit.Key(), scope.Unit.Name, scope.From, scope.End.PlusDays(-1),
        scope.Zones is [var only] ? only.Id : null, scope.Stored.From, scope.Stored.Until, recounting, items, next);

    public static HistoryRowView Of(HistoryScope scope, HistoryRow row)
    {
        var (group, team) = (row.Group, HistoryReports.TeamOf(row, scope));
        return new HistoryRowView(
            row.Day, row.Start?.ToDateTimeOffset(), group.Agent?.Id.Value, group.Agent?.Name,
            group.Agent?.EmployeeNumber, team?.Id.Value, team?.Name, group.Unit?.Id.Value, group.Unit?.Name,
            DayTotalsView.Of(row.Totals));
    }

    public static ExceptionRowView Of(HistoryScope scope, HistoryException row)
    {
        var (group, told) = (row.Group, row.Told);
        var team = group.TeamOn(told.Day, scope.Organization);
        return new ExceptionRowView(
            group.Agent!.Id.Value, group.Name, group.Agent.EmployeeNumber, team?.Id.Value, team?.Name,
            group.Unit!.Id.Value, group.Unit.Name, told.Day, told.Start.ToDateTimeOffset(),
            told.End.ToDateTimeOffset(), Word<Verdict>(told.Verdict), Word<Impact>(told.Impact),
            Word<VerdictRule>(told.Rule), ExceptionReports.Reason(row, scope),
            WallViews.Of(ExceptionReports.CodeOf(row, scope)), Word<Actual>(told.Actual), told.Source, told.State,
            told.Reason, told.ScheduleVersion, told.ToldAt?.ToDateTimeOffset(), told.ApprovalId);
    }

    private static T Word<T>(string word)
        where T : struct, Enum =>
        EnumWord.Read<T>(word) ?? throw new InvalidOperationException($"No {typeof(T).Name} is called {word}.");
}
