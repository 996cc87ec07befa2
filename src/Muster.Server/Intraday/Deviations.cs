using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>Finds what goes otherwise than planned. Pure.</summary>
public static class Deviations
{
    public const int Most = 5;

    // Less than that is noise.
    private const double HandlePart = 0.15;
    private const double LeastHandled = 10;
    private const double LeastAgents = 1;
    private const double AgentPart = 0.1;
    private const double SecondsPerHour = 3600;

    /// <summary>The five largest, the longest first.</summary>
    /// <param name="goal">The service level to reach, by planning group; null: none.</param>
    public static IReadOnlyList<Deviation> Largest(
        IEnumerable<GroupDay> groups, Func<GroupDay, double?> goal, Instant now) =>
    [
        .. groups.SelectMany(group => Of(group, goal(group), now)).OrderByDescending(one => one.Size).Take(Most)
            .OrderByDescending(one => one.Length).ThenByDescending(one => one.Size),
    ];

    private static IEnumerable<Deviation> Of(GroupDay group, double? goal, Instant now)
    {
        var came = OpenFrom(group, now, interval => interval.Actual is not null);
        var there = OpenFrom(group, now, interval => interval.Time.End <= now);
        return
        [
            .. Runs(group, DeviationKind.Offered, came, Offered),
            .. Runs(group, DeviationKind.HandleTime, came, HandleTime),
            .. goal is { } level
                ? Runs(group, DeviationKind.ServiceLevel, came, interval => ServiceLevel(interval, level))
                : [],
            .. Runs(group, DeviationKind.OnQueue, there, interval => interval.Time.End > now
                ? null
                : Agents(interval, interval.OnQueue, interval.Scheduled)),
            .. Runs(group, DeviationKind.Scheduled, Instant.MaxValue, interval => interval.Time.End <= now
                ? null
                : Agents(interval, interval.Scheduled, interval.RequiredAgain)),
        ];
    }

    /// <summary>
    /// What ended earlier does not go on, also when nothing can be said of what followed: it is the start of the last
    /// interval that is known. A day that is over has nothing that goes on.
    /// </summary>
    private static Instant OpenFrom(GroupDay group, Instant now, Func<IntradayInterval, bool> isKnown) =>
        group.Frame.Day.Contains(now) && group.Intervals.LastOrDefault(isKnown) is { } last
            ? last.Time.Start
            : Instant.MaxValue;

    private static Point? Offered(IntradayInterval interval)
    {
        if (interval is not { Forecast: { } planned, Actual: { } actual, Range: { } range })
        {
            return null;
        }

        var isOut = actual.Offered < range.Low || actual.Offered > range.High;
        var by = actual.Offered - planned.Offered;
        var handle = planned.HandleTime ?? actual.HandleTime ?? 0;
        return new Point(isOut ? Math.Sign(by) : 0, actual.Offered, planned.Offered, 1, by * handle / SecondsPerHour);
    }

    private static Point? HandleTime(IntradayInterval interval)
    {
        if (interval is not { Forecast.HandleTime: { } planned, Actual: { HandleTime: { } took } actual }
            || actual.Handled < LeastHandled)
        {
            return null;
        }

        var by = took - planned;
        return new Point(
            Math.Abs(by) > HandlePart * planned ? Math.Sign(by) : 0, actual.HandleSeconds, planned * actual.Handled,
            actual.Handled, by * actual.Handled / SecondsPerHour);
    }

    // Of contacts that should have been answered in time and were not, each is the work of one.
    private static Point? ServiceLevel(IntradayInterval interval, double goal)
    {
        if (interval.Actual is not { ServiceLevel: { } level, WithinOf: > 0 } actual)
        {
            return null;
        }

        var missed = (goal - level) * actual.WithinOf;
        var handle = interval.Forecast?.HandleTime ?? actual.HandleTime ?? 0;
        return new Point(
            level < goal ? -1 : 0, actual.Within, goal * actual.WithinOf, actual.WithinOf,
            missed * handle / SecondsPerHour);
    }

    private static Point? Agents(IntradayInterval interval, double? actual, double? planned)
    {
        if (actual is not { } there || planned is not { } asked)
        {
            return null;
        }

        var by = there - asked;
        var isOut = Math.Abs(by) >= LeastAgents && Math.Abs(by) >= AgentPart * asked;
        var hours = interval.Time.Duration.TotalHours;
        return new Point(isOut ? Math.Sign(by) : 0, there * hours, asked * hours, hours, by * hours);
    }

    private static IEnumerable<Deviation> Runs(
        GroupDay group, DeviationKind kind, Instant openFrom, Func<IntradayInterval, Point?> look)
    {
        var points = group.Intervals.Select(interval => (interval.Time, Point: look(interval)))
            .Where(one => one.Point is not null).Select(one => (one.Time, Point: one.Point!.Value)).ToList();
        for (var first = 0; first < points.Count;)
        {
            var next = first + 1;
            while (next < points.Count && points[next].Point.Sign == points[first].Point.Sign
                && points[next].Time.Start == points[next - 1].Time.End)
            {
                next++;
            }

            if (points[first].Point.Sign != 0)
            {
                yield return Of(
                    group, kind, points[first..next], next == points.Count ? openFrom : Instant.MaxValue);
            }

            first = next;
        }
    }

    private static Deviation Of(
        GroupDay group, DeviationKind kind, List<(Interval Time, Point Point)> run, Instant openFrom)
    {
        // Contacts are told as their number, all others as a mean.
        var weight = kind == DeviationKind.Offered ? 1 : run.Sum(one => one.Point.Weight);
        return new Deviation(
            group.Group.Name, kind, new Interval(run[0].Time.Start, run[^1].Time.End),
            run.Sum(one => one.Point.Actual) / weight, run.Sum(one => one.Point.Planned) / weight,
            Math.Abs(run.Sum(one => one.Point.Hours)), run[^1].Time.End >= openFrom);
    }

    /// <param name="Sign">Above or below, or 0 for as planned.</param>
    /// <param name="Weight">What the sums are divided by.</param>
    private readonly record struct Point(int Sign, double Actual, double Planned, double Weight, double Hours);
}
