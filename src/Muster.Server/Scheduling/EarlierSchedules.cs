using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.Schedules;
using Muster.Domain.Scheduling;
using Muster.Domain.Time;
using Muster.Server.Organization;
using Muster.Storage.Schedules;
using Muster.Storage.Scheduling;
using NodaTime;

namespace Muster.Server.Scheduling;

/// <summary>
/// Reads what is kept and what is worked before the first day: from earlier builds, and from what is published.
/// </summary>
public sealed class EarlierSchedules(
    BuildStore builds, BuildPartStore parts, ScheduleStore published, OrganizationCache organization)
{
    private const int DaysOfHistory = 14;

    /// <returns>With findings; refused when what is to be rebuilt is not there any more.</returns>
    internal async Task<Outcome<(EarlierWork Work, IReadOnlyList<string> Findings)>> ReadAsync(
        ScheduleBuild build, ManagementUnitId unit, CancellationToken token)
    {
        var rebuilt = await FindAsync(build.Rebuild?.Of, unit, token);
        if (build.Rebuild is not null && rebuilt is null)
        {
            return new Refusal.Conflict("The earlier build is gone, so there is nothing to keep.\n"
                + "Maybe build everything.");
        }

        var history = build.HistoryOf is null
            ? await PublishedAsync(build.FirstDay, unit, token)
            : await FindAsync(build.HistoryOf, unit, token);
        string[] findings = build.HistoryOf is not null && history is null
            ? ["The build of the weeks before is gone, or has no schedule of this unit: rest and days in a row count "
                + "from the first day on."]
            : [];
        return (new EarlierWork(rebuilt, history), findings);
    }

    /// <summary>The best schedule of a unit; null: none is kept.</summary>
    internal async Task<EarlierSchedule?> FindAsync(BuildId? id, ManagementUnitId unit, CancellationToken token)
    {
        if (id is not { } known || await builds.FindAsync(known, token) is not { } build)
        {
            return null;
        }

        var own = (await parts.ListAsync(known, token)).Where(part => part.Unit == unit).ToList();
        return own.Count > 0
            && await parts.FindIncumbentAsync(known, BuildPartRow.BestOf(own).Number, token) is { } text
            ? new EarlierSchedule(
                BuiltSchedule.Read(text), build.FirstDay, build.Weeks * ScheduleBuild.DaysOfWeek)
            : null;
    }

    // What is published of the days before; whoever has nothing there is not known.
    private async Task<EarlierSchedule?> PublishedAsync(
        LocalDate firstDay, ManagementUnitId unit, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        var begin = firstDay.PlusDays(-DaysOfHistory);
        var days = await published.ListAsync(unit, begin, firstDay, token);
        if (days.Count == 0 || known.ManagementUnits.Find(unit) is not { } found)
        {
            return null;
        }

        var zone = known.ZoneOf(found);
        var agents = days.GroupBy(day => day.Agent).Select(ofAgent => new BuiltAgent(
            ofAgent.Key.Value, "",
            [
                .. from day in ofAgent
                   where day.Content.Visible().Any(activity => activity.Layer != ActivityLayer.TimeOff)
                   let shift = day.Content.Shift
                   where shift is not null
                   let start = (int)(shift.Value.Start - Days.Start(day.Day, zone)).TotalMinutes
                   select (IReadOnlyList<int>)
                   [
                       Period.DaysBetween(begin, day.Day), start, (int)shift.Value.Duration.TotalMinutes,
                   ],
            ])).ToList();
        var changes = new BuildCalendar(zone, begin, DaysOfHistory).Changes;
        return new EarlierSchedule(new BuiltSchedule(15, [], [], [], [], agents, changes), begin, DaysOfHistory);
    }
}
