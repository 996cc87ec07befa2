using Muster.Domain.Schedules;
using Muster.Server.Api.Schedules;
using NodaTime;
using NodaTime.TimeZones;

namespace Muster.Server.Demo.Days;

/// <summary>
/// What a planner puts over built schedules: some leave, and a meeting of each team once a week. The same seed draws
/// the same.
/// </summary>
/// <param name="grid">The draft.</param>
public sealed class DrawnDays(GridView grid, LocalDate firstDay, DateTimeZone zone, int seed)
{
    private const double LeavePart = 0.25;
    private const int LongestLeave = 5;
    private const int DaysOfWeek = 7;
    private const int MeetingDays = 5;
    private const int MeetingMinutes = 30;

    // Of those who work then, so many may meet at most: the others stay on the lines.
    private const double MeetingPart = 0.25;

    // From when to when a meeting may begin, by the clock: quiet hours; later ones for who works at night.
    private static readonly (int From, int To)[] Hours = [(13 * 60, 19 * 60), (21 * 60, 24 * 60)];

    private readonly Random _dice = new(seed);
    private readonly HashSet<(Guid Agent, int Day)> _away = [];

    /// <summary>
    /// Agents in turn are off for some days in a row, but those who are spared. A day off is as long as the day would
    /// have been paid.
    /// </summary>
    /// <param name="unpaid">The code of what is not paid.</param>
    public IReadOnlyList<EditBody> Leave(Guid code, Guid unpaid, IReadOnlySet<string> spared)
    {
        var edits = new List<EditBody>();
        foreach (var agent in grid.Agents)
        {
            var isOff = _dice.NextDouble() < LeavePart;
            var (from, length) = (_dice.Next(grid.Days), _dice.Next(1, LongestLeave + 1));
            if (!isOff || spared.Contains(agent.Name))
            {
                continue;
            }

            foreach (var day in agent.Days.Where(day => day[0] >= from && day[0] < from + length))
            {
                edits.AddRange(Off(agent, (int)day[0], (code, unpaid)));
            }
        }

        return edits;
    }

    /// <summary>
    /// Whoever of a team works then and has no break meets, when most of them can; not so many that nobody would be on
    /// the lines.
    /// </summary>
    public IReadOnlyList<EditBody> Meetings(Guid code)
    {
        var edits = new List<EditBody>();
        var teams = grid.Agents.Where(agent => agent.TeamId is not null).GroupBy(agent => agent.TeamId!.Value)
            .OrderBy(team => team.Min(agent => agent.Name), StringComparer.Ordinal).ToList();
        foreach (var (place, team) in teams.Index())
        {
            for (var day = place % MeetingDays; day < grid.Days; day += DaysOfWeek)
            {
                edits.AddRange(Meeting([.. team], day, code));
            }
        }

        return edits;
    }

    private IEnumerable<EditBody> Meeting(IReadOnlyList<GridAgentView> team, int day, Guid code)
    {
        foreach (var (from, to) in Hours)
        {
            var best = Enumerable.Range(0, (to - from) / MeetingMinutes)
                .Select(turn => MinuteOf(day, from + (turn * MeetingMinutes)))
                .Select(start => (Start: start, Who: team.Where(agent => IsFree(agent, day, start)).ToList()))
                .MaxBy(choice => choice.Who.Count);
            var most = (int)(grid.Agents.Count(agent => IsFree(agent, day, best.Start)) * MeetingPart);
            if (Math.Min(most, best.Who.Count) > 1)
            {
                return best.Who.Take(most).Select(agent => new EditBody(
                    EditKind.Add, agent.Id, firstDay.PlusDays(day), ActivityLayer.Inside, TimeOf(best.Start),
                    Minutes: MeetingMinutes, ActivityCodeId: code));
            }
        }

        return [];
    }

    private bool IsFree(GridAgentView agent, int day, long start)
    {
        if (_away.Contains((agent.Id, day)))
        {
            return false;
        }

        var activities = ActivitiesOf(agent, day);
        return activities.Any(one => one.Layer == ActivityLayer.Work && one.Start <= start
                && start + MeetingMinutes <= one.Start + one.Minutes)
            && !activities.Any(one => one.Layer != ActivityLayer.Work && one.Start < start + MeetingMinutes
                && start < one.Start + one.Minutes);
    }

    // Minutes from the grid's origin, as its activities have them; also where clocks are moved in between.
    private long MinuteOf(int day, int clock) => (long)(zone.ResolveLocal(
        firstDay.PlusDays(day).AtMidnight().PlusMinutes(clock), Resolvers.LenientResolver)
        .ToInstant() - Instant.FromDateTimeOffset(grid.Origin)).TotalMinutes;

    private DateTimeOffset TimeOf(long minute) => grid.Origin.AddMinutes(minute);

    private IEnumerable<EditBody> Off(GridAgentView agent, int day, (Guid Leave, Guid Unpaid) codes)
    {
        var activities = ActivitiesOf(agent, day);
        var unpaid = activities.Where(one => grid.ActivityCodeIds[one.Code] == codes.Unpaid).Sum(one => one.Minutes);
        foreach (var shift in activities.Where(one => one.Layer == ActivityLayer.Work))
        {
            _away.Add((agent.Id, day));
            var (start, minutes) = (TimeOf(shift.Start), (int)(shift.Minutes - unpaid));
            yield return new EditBody(
                EditKind.Replace, agent.Id, firstDay.PlusDays(day),
                Activities:
                [
                    new ActivityBody(ActivityLayer.Work, start, minutes, grid.ActivityCodeIds[shift.Code]),
                    new ActivityBody(ActivityLayer.TimeOff, start, minutes, codes.Leave),
                ]);
        }
    }

    private static List<Drawn> ActivitiesOf(GridAgentView agent, int day) =>
        [.. agent.Days.Where(numbers => numbers[0] == day).SelectMany(Read)];

    private static IEnumerable<Drawn> Read(long[] day) =>
        day.Skip(3).Chunk(4).Select(one => new Drawn((ActivityLayer)one[0], one[1], one[2], (int)one[3]));

    /// <param name="Start">Minutes from the grid's origin.</param>
    /// <param name="Code">Its place among the grid's codes.</param>
    private readonly record struct Drawn(ActivityLayer Layer, long Start, long Minutes, int Code);
}
