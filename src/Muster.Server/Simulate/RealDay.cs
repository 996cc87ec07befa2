using Muster.Simulation.Centre;
using Muster.Simulation.Chance;
using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>
/// What becomes of an agent's published day: who is sick does not come, who is late begins later, breaks take longer,
/// somebody leaves early. That an agent never leaves a call is the simulation's matter.
/// </summary>
/// <param name="Activities">In order, without overlap; empty for who is free or sick.</param>
public sealed record RealDay(
    IReadOnlyList<TimedActivity> Activities, bool IsSick = false, bool IsLate = false, bool LeavesEarly = false)
{
    private const double Hundred = 100;

    /// <summary>Who comes or leaves at another time still does half of the shift.</summary>
    private const double MostOfShift = 0.25;

    private enum Question : ulong
    {
        Sick,
        Late,
        HowLate,
        Early,
        HowEarly,
        Break = 100,
    }

    /// <param name="planned">In order, without overlap.</param>
    /// <param name="stream">Of this agent and day alone: nobody else's plan changes what is drawn.</param>
    public static RealDay Of(IReadOnlyList<TimedActivity> planned, CentreHabits habits, RandomStream stream)
    {
        if (planned.Count == 0)
        {
            return new RealDay([]);
        }

        if (Happens(stream, Question.Sick, habits.SickPercent))
        {
            return new RealDay([], IsSick: true);
        }

        var isLate = Happens(stream, Question.Late, habits.LatePercent);
        var isEarly = Happens(stream, Question.Early, habits.EarlyPercent);
        var most = (planned[^1].End - planned[0].Start) * MostOfShift;
        var late = isLate
            ? Duration.Min(Minutes(stream, (ulong)Question.HowLate, habits.LateMinutes), most)
            : Usual(stream, Question.HowLate, habits) - Duration.FromSeconds(habits.UsualSeconds);
        var early = isEarly
            ? Duration.Min(Minutes(stream, (ulong)Question.HowEarly, habits.EarlyMinutes), most)
            : -Usual(stream, Question.HowEarly, habits);
        var real = Cut(WithBreaks(planned, habits, stream), planned[0].Start + late, planned[^1].End - early);
        return new RealDay(real, false, isLate, isEarly);
    }

    /// <summary>Breaks and meals end late, at the cost of half of what follows at most.</summary>
    private static List<TimedActivity> WithBreaks(
        IReadOnlyList<TimedActivity> planned, CentreHabits habits, RandomStream stream)
    {
        List<TimedActivity> real = [.. planned];
        for (var i = 0; i + 1 < real.Count; i++)
        {
            var (rest, next) = (real[i], real[i + 1]);
            if (rest.Activity is not (AgentActivity.Break or AgentActivity.Meal) || next.Start != rest.End)
            {
                continue;
            }

            var draw = (ulong)Question.Break + (2 * (ulong)i);
            var over = stream.At(draw) < habits.LongBreakPercent / Hundred
                ? Minutes(stream, draw + 1, habits.LongBreakMinutes)
                : Duration.FromSeconds(habits.UsualSeconds * stream.At(draw + 1));
            var end = rest.End + Duration.Min(over, next.Length / 2);
            (real[i], real[i + 1]) = (rest with { End = end }, next with { Start = end });
        }

        return real;
    }

    private static List<TimedActivity> Cut(List<TimedActivity> planned, Instant start, Instant end)
    {
        planned[0] = planned[0] with { Start = Instant.Min(start, planned[0].Start) };
        planned[^1] = planned[^1] with { End = Instant.Max(end, planned[^1].End) };
        return
        [
            .. planned.Select(one => one with
            {
                Start = Instant.Max(one.Start, start),
                End = Instant.Min(one.End, end),
            }).Where(one => one.Start < one.End),
        ];
    }

    private static bool Happens(RandomStream stream, Question question, double percent) =>
        stream.At((ulong)question) < percent / Hundred;

    /// <summary>Up to twice the usual seconds, each as likely as the others.</summary>
    private static Duration Usual(RandomStream stream, Question question, CentreHabits habits) =>
        Duration.FromSeconds(2 * habits.UsualSeconds * stream.At((ulong)question));

    private static Duration Minutes(RandomStream stream, ulong draw, double mean) =>
        mean > 0 ? Duration.FromMinutes(Distribution.Exponential(mean).At(stream.At(draw))) : Duration.Zero;
}
