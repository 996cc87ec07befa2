using Muster.Simulation.Chance;
using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>When the feed of a day is out. Drawn from the seed and the day.</summary>
public sealed class Outages
{
    private const ulong Chance = 1004;
    private const double HoursPerDay = 24;

    private readonly List<Interval> _spans = [];

    public Outages(CentreFacts facts, CentreHabits habits, ulong seed)
    {
        if (habits.OutagesPerDay <= 0 || habits.OutageMinutes <= 0)
        {
            return;
        }

        var stream = RandomStream.Of(seed).Split(Chance)
            .Split((ulong)Period.DaysBetween(new LocalDate(1970, 1, 1), facts.Day));
        var (between, length) = (
            Distribution.Exponential(HoursPerDay / habits.OutagesPerDay),
            Distribution.Exponential(habits.OutageMinutes));
        var at = facts.DayStart;
        for (var draw = 0UL; ; draw += 2)
        {
            var begin = at + Duration.FromHours(between.At(stream.At(draw)));
            if (begin >= facts.DayEnd)
            {
                return;
            }

            at = begin + Duration.FromMinutes(length.At(stream.At(draw + 1)));
            _spans.Add(new Interval(begin, Instant.Min(at, facts.DayEnd)));
        }
    }

    public IReadOnlyList<Interval> Spans => _spans;

    public bool Has(Instant at) => _spans.Exists(span => span.Contains(at));
}
