using System.Collections.Immutable;
using Muster.Domain.People;
using Muster.Domain.Time;
using NodaTime;

namespace Muster.Server.Adherence.Results;

/// <summary>Which days of an agent are past: those before the days that are judged live. Immutable.</summary>
/// <param name="From">The first moment that is judged live.</param>
/// <param name="LateSeq">
/// The last place of the log that may tell of past days, as far as it was read; before <paramref name="BeginSeq"/>
/// it was not.
/// </param>
internal sealed record PastSight(
    Instant From, ImmutableDictionary<AgentId, DateTimeZone> Zones, long BeginSeq, long LateSeq)
{
    private static readonly Duration LongestDay = Duration.FromHours(25);

    /// <summary>Whatever happens from here on lies in a day that is judged live.</summary>
    public Instant End => From + LongestDay;

    /// <summary>The first day of an agent that is judged live as a whole.</summary>
    public LocalDate FirstLiveDay(AgentId agent) => FirstLiveDay(From, ZoneOf(agent));

    public LocalDate DayOf(AgentId agent, Instant at) => Days.At(at, ZoneOf(agent));

    /// <summary>The first day of a zone that begins at a moment or later.</summary>
    public static LocalDate FirstLiveDay(Instant from, DateTimeZone zone)
    {
        var day = Days.At(from, zone);
        return Days.Start(day, zone) >= from ? day : day.PlusDays(1);
    }

    // Of those who have left it is not known any more: their own days are taken when they are judged.
    private DateTimeZone ZoneOf(AgentId agent) => Zones.GetValueOrDefault(agent, DateTimeZone.Utc);
}
