using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Muster.Domain.People;
using Muster.Domain.Time;
using Muster.Server.Adherence.Results;
using Muster.Server.Adherence.Today;
using Muster.Server.Organization;
using Muster.Storage.Adherence;
using Muster.Storage.People;
using Muster.Testing;
using NodaTime;

namespace Muster.Server.Tests.Adherence;

/// <summary>What is stored of an agent, beside what a replay of each day gives.</summary>
internal sealed class StoredRows(TestNode node, Guid agent)
{
    private const string Counters = """
        adherent, out, explained, unknown, ignored, unscheduled, unscheduled_explained, scheduled_on_queue,
        scheduled_work, work, did_on_queue, did_break, did_meal, did_meeting, did_training, did_time_off,
        did_unavailable, did_other_work, did_logged_out, did_ignored, did_unmapped, did_unknown
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Waits until they are the same, row for row.</summary>
    /// <param name="daysBefore">So many days before today, and today.</param>
    /// <returns>The rows.</returns>
    public async Task<IReadOnlyList<string>> UntilReplayedAsync(int daysBefore = 1)
    {
        IReadOnlyList<string> stored = [];
        await Until.FineAsync(Patience, async () =>
        {
            if (await node.Database.ScalarAsync("SELECT until FROM muster.adherence_position") is not DateTime until)
            {
                return "Nothing is stored yet.";
            }

            var (unit, person) = await FindAsync();
            var today = Instant.FromDateTimeUtc(until).InZone(unit.Zone).Date;
            var from = Days.Start(today.PlusDays(-daysBefore), unit.Zone);
            stored = await StoredAsync(from);
            var replayed = new List<string>();
            for (var day = today.PlusDays(-daysBefore); day <= today; day = day.PlusDays(1))
            {
                replayed.AddRange(await ReplayedAsync(unit, person, day, Instant.FromDateTimeUtc(until)));
            }

            return stored.Order().SequenceEqual(replayed.Order())
                ? null
                : $"Stored until {until:HH:mm}:\n{string.Join('\n', stored.Except(replayed).Order())}\nreplayed:\n"
                    + string.Join('\n', replayed.Except(stored).Order());
        });
        return stored;
    }

    private async Task<(AdherenceUnit Unit, Agent Agent)> FindAsync()
    {
        var services = node.Host.Services;
        var known = await services.GetRequiredService<OrganizationCache>().CurrentAsync(default);
        var person = (await services.GetRequiredService<AgentStore>().FindAsync(new AgentId(agent), default))!;
        var unit = known.ManagementUnits.Find(person.ManagementUnit!.Value)!;
        return (new AdherenceUnit(known, known.BusinessUnits.Find(unit.BusinessUnitId)!, unit), person);
    }

    private async Task<IEnumerable<string>> ReplayedAsync(
        AdherenceUnit unit, Agent person, LocalDate day, Instant until)
    {
        var replay = node.Host.Services.GetRequiredService<AgentReplay>();
        var days = await replay.FoldAsync(person, unit, (day, day.PlusDays(1)), default);
        var end = Instant.Min(days.Range.End, until);
        var rows = new RowMaking();
        if (days.Range.Start < end)
        {
            rows.Add(
                days.Fold.Engine, days.Fold.States, new Whereabouts(person.Id, unit.Zone),
                new Interval(days.Range.Start, end), days.Range.Start);
        }

        var made = rows.Take();
        return [.. made.Intervals.Select(Text), .. made.Exceptions.Select(Text)];
    }

    private async Task<IReadOnlyList<string>> StoredAsync(Instant from)
    {
        var since = from.ToDateTimeUtc().ToString("yyyy-MM-dd HH:mm:ssZ", CultureInfo.InvariantCulture);
        var text = await node.Database.ScalarAsync($"""
            SELECT string_agg(line, E'\n') FROM (
                SELECT concat_ws(' ', to_char(starts_at AT TIME ZONE 'UTC', 'MM-DD HH24:MI'), {Counters}) AS line
                FROM muster.adherence_interval WHERE agent_id = '{agent}' AND starts_at >= '{since}'
                UNION ALL
                SELECT concat_ws(' ', to_char(starts_at AT TIME ZONE 'UTC', 'MM-DD HH24:MI:SS'),
                    to_char(ends_at AT TIME ZONE 'UTC', 'HH24:MI:SS'), day, verdict, impact, rule,
                    coalesce(activity_code_id::text, '-'), actual, coalesce(source, '-'), coalesce(state, '-'),
                    coalesce(reason, '-'), schedule_version,
                    coalesce(to_char(told_at AT TIME ZONE 'UTC', 'HH24:MI:SS.US'), '-'),
                    coalesce(approval_id::text, '-'))
                FROM muster.adherence_exception WHERE agent_id = '{agent}' AND starts_at >= '{since}') rows
            """);
        return text is string lines ? lines.Split('\n') : [];
    }

    private static string Text(IntervalRow row) => $"{At(row.Start, "MM-dd HH:mm")} {string.Join(' ', row.Counters)}";

    private static string Text(ExceptionRow row) => string.Join(' ',
        At(row.Start, "MM-dd HH:mm:ss"), At(row.End, "HH:mm:ss"), $"{row.Day:uuuu-MM-dd}", row.Verdict, row.Impact,
        row.Rule, row.ActivityCode?.ToString() ?? "-", row.Actual, row.Source ?? "-", row.State ?? "-",
        row.Reason ?? "-", row.ScheduleVersion, row.ToldAt is { } told ? At(told, "HH:mm:ss.ffffff") : "-",
        row.Approval?.ToString() ?? "-");

    private static string At(DateTimeOffset at, string format) =>
        at.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
