using Muster.Server.Simulate;
using Muster.Simulation.Centre;
using NodaTime;

namespace Muster.Server.Tests.Simulate;

/// <summary>A centre of one queue: shifts from 9 to 17 o'clock in Berlin, a break at 11, a meal at 13.</summary>
internal static class SmallCentre
{
    public const string Queue = "loans";

    public static readonly LocalDate Day = new(2026, 3, 2);

    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    public static CentreFacts Facts(int agents = 8, double callsPerHour = 60) => new()
    {
        Day = Day,
        Zone = Berlin,
        Minutes = 15,
        Agents = [.. Enumerable.Range(1, agents).Select(number => Agent(number, Shift()))],
        Queues = callsPerHour > 0 ? [Calls(callsPerHour)] : [],
    };

    public static KnownAgent Agent(int number, params IReadOnlyList<TimedActivity> activities) => new(
        new Guid(number, 0, 0, new byte[8]), Guid.Empty, $"{number}", [new QueueSkill(Queue)],
        [new KnownDay(Day, activities)]);

    public static IReadOnlyList<TimedActivity> Shift() =>
    [
        new(At(9), At(11), AgentActivity.OnQueue), new(At(11), At(11, 15), AgentActivity.Break),
        new(At(11, 15), At(13), AgentActivity.OnQueue), new(At(13), At(13, 30), AgentActivity.Meal),
        new(At(13, 30), At(17), AgentActivity.OnQueue),
    ];

    public static Instant At(int hour, int minute = 0) =>
        Day.At(new LocalTime(hour, minute)).InZoneStrictly(Berlin).ToInstant();

    public static DayFeed Feed(CentreFacts facts, CentreHabits? habits = null, ulong seed = 1) =>
        new(facts, CentrePlan.Of(facts, habits ?? CentreHabits.Exact, seed));

    // From the beginning of the simulation on, two hours before midnight.
    private static KnownQueue Calls(double perHour) => new(
        Queue, [.. Enumerable.Range(0, 26).Select(hour => hour is >= 11 and < 19 ? perHour : 0)], 60, 200, 120, 20);
}
