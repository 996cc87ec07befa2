using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Domain.Time;
using Muster.Server.Schedules;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>Reads schedules for the grid.</summary>
public sealed class GridReading(ScheduleStore store, DraftStore drafts)
{
    public async Task<Outcome<GridView>> ReadAsync(
        ScheduleUnit unit, GridQuery asked, ScheduleDraft? draft, CancellationToken token)
    {
        // The version first: what is read after it is at least as new.
        var latest = await store.VersionAsync(token);
        if (asked.Version > latest)
        {
            return new Refusal.Invalid("version", $"must be at most {latest}: the schedules have no later one yet.");
        }

        var version = asked.Version ?? latest;
        var published = asked.Version is { } earlier
            ? await store.ListAsAtAsync(unit.Unit.Id, asked.First, asked.To, earlier, token)
            : await store.ListAsync(unit.Unit.Id, asked.First, asked.To, token);
        var changed = draft is null ? [] : await drafts.ListDaysAsync(
            draft.Id, new DateInterval(asked.First, asked.To.PlusDays(-1)), token);
        // Who was there then, and has left since.
        var then = asked.Version is null ? [] : published.Select(day => day.Agent).Distinct();
        var roster = await store.ListRosterAsync(unit.Unit.Id, asked.First, then, token);
        var origin = Days.Start(asked.First, unit.Zone);
        var rows = new Rows(asked.First, origin, roster);
        foreach (var day in changed)
        {
            rows.Add(day.Agent, day.Day, day.Version, isChanged: true, day.Content);
        }

        foreach (var day in published)
        {
            rows.Add(day.Agent, day.Day, day.Version, isChanged: false, day.Content);
        }

        return new GridView(
            version, draft?.Version, unit.Zone.Id, asked.First, asked.Count, origin.ToDateTimeOffset(),
            rows.Codes, rows.Agents());
    }

    private sealed class Rows(LocalDate from, Instant origin, IReadOnlyList<RosterRow> roster)
    {
        private readonly Dictionary<AgentId, List<long[]>> _days =
            roster.ToDictionary(agent => agent.Id, _ => new List<long[]>());

        private readonly HashSet<(AgentId, LocalDate)> _known = [];
        private readonly Dictionary<ActivityCodeId, int> _places = [];
        private readonly int _origin = (int)(origin.ToUnixTimeSeconds() / 60);

        public IReadOnlyList<Guid> Codes => [.. _places.OrderBy(place => place.Value).Select(place => place.Key.Value)];

        // What is over what comes first.
        public void Add(AgentId agent, LocalDate day, long version, bool isChanged, DayContent content)
        {
            if (!_days.TryGetValue(agent, out var days) || !_known.Add((agent, day)))
            {
                return;
            }

            var row = new long[3 + (4 * content.Activities.Count)];
            (row[0], row[1], row[2]) = (Period.DaysBetween(from, day), version, isChanged ? 1 : 0);
            var next = 3;
            foreach (var activity in content.Activities)
            {
                if (!_places.TryGetValue(activity.Code, out var place))
                {
                    _places.Add(activity.Code, place = _places.Count);
                }

                row[next++] = (long)activity.Layer;
                row[next++] = activity.StartMinute - _origin;
                row[next++] = activity.Minutes;
                row[next++] = place;
            }

            days.Add(row);
        }

        public IReadOnlyList<GridAgentView> Agents() =>
        [
            .. roster.Select(agent => new GridAgentView(
                agent.Id.Value, agent.FullName, agent.Team, agent.WorkPlan,
                [.. _days[agent.Id].OrderBy(day => day[0])])),
        ];
    }
}
