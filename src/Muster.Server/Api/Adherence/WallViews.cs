using Muster.Domain.Organization;
using Muster.Server.Adherence.Today;
using NodaTime;

namespace Muster.Server.Api.Adherence;

/// <summary>Writes what a node has judged as the wall shows it.</summary>
internal static class WallViews
{
    public static WallView Whole(TodaySnapshot now, ManagementUnitId unit) => Of(now, unit, now.Of(unit).Rows);

    /// <param name="rows">Those that are told.</param>
    public static WallView Of(TodaySnapshot now, ManagementUnitId id, IEnumerable<WallRow> rows)
    {
        var (known, wall) = (now.Organization, now.Of(id));
        var unit = known.ManagementUnits.Find(id);
        var tenant = unit is null ? default : known.TenantOf(unit) ?? default;
        return new WallView(
            id.Value, unit is null ? DateTimeZone.Utc.Id : known.ZoneOf(unit).Id, now.AsOf.ToDateTimeOffset(),
            now.Schedules.Version, wall.Figures,
            [
                .. now.Silent.GetValueOrDefault(tenant, [])
                    .Select(feed => new SilentSourceView(feed.Source, feed.LastHeard.ToDateTimeOffset())),
            ],
            [.. rows.Select(row => Of(row, known))]);
    }

    public static NamedActivityView? Of(ActivityCode? code) =>
        code is null ? null : new NamedActivityView(code.Id.Value, code.Name, code.Category);

    private static WallAgentView Of(WallRow row, OrganizationSnapshot known)
    {
        var (person, status) = (row.Person, row.Status);
        return new WallAgentView(
            person.Id.Value, person.Name, person.Team?.Value,
            person.Team is { } team ? known.Teams.Find(team)?.Name : null, Scheduled(row), Actually(row),
            status.Verdict, status.Impact, status.Rule, row.Reason, status.Since.ToDateTimeOffset(),
            status.InAlarmSince?.ToDateTimeOffset(),
            status.ScheduledUntil is { } at ? new WallNextView(at.ToDateTimeOffset(), Of(row.Next)) : null);
    }

    private static WallActivityView? Scheduled(WallRow row) => row.Scheduled is not { } code
        ? null
        : new WallActivityView(
            code.Id.Value, code.Name, code.Category, row.ScheduledSince.ToDateTimeOffset(),
            row.Status.ScheduledUntil?.ToDateTimeOffset());

    private static WallStateView Actually(WallRow row) => new(
        row.Status.Actual, row.State?.Source, row.State?.State, row.State?.Reason,
        row.Status.StateSince?.ToDateTimeOffset());
}
