using Muster.Adherence.Events;
using Muster.Domain.Time;
using NodaTime;

namespace Muster.Adherence.Schedules;

/// <summary>The versions of one day of an agent, in order; there is at least one.</summary>
internal readonly struct DayVersions(ReadOnlyMemory<ScheduleVersion> versions)
{
    public ScheduleVersion Newest => versions.Span[^1];

    /// <summary>The days of an agent's versions, which are in the order of days and versions.</summary>
    public static List<DayVersions> Of(ScheduleVersion[] versions)
    {
        var days = new List<DayVersions>();
        for (var (start, i) = (0, 1); i <= versions.Length; i++)
        {
            if (i == versions.Length || versions[i].Day != versions[start].Day)
            {
                days.Add(new DayVersions(versions.AsMemory(start, i - start)));
                start = i;
            }
        }

        return days;
    }

    /// <summary>The seconds of the day, <c>[start, end)</c>.</summary>
    public (uint Start, uint End) In(DateTimeZone zone) =>
        (UnixSeconds.Floor(Days.Start(Newest.Day, zone)), UnixSeconds.Floor(Days.Start(Newest.Day.PlusDays(1), zone)));

    /// <summary>The newest version of which the agent was told at or before a second; else the oldest.</summary>
    public ScheduleVersion KnownAt(uint second)
    {
        var span = versions.Span;
        for (var i = span.Length - 1; i > 0; i--)
        {
            if (span[i].ToldAt is { } told && UnixSeconds.Ceiling(told) <= second)
            {
                return span[i];
            }
        }

        return span[0];
    }

    /// <summary>Adds the seconds at which the agent was told of the later versions.</summary>
    public void AddTellings(List<uint> seconds)
    {
        foreach (var version in versions.Span[1..])
        {
            if (version.ToldAt is { } told)
            {
                seconds.Add(UnixSeconds.Ceiling(told));
            }
        }
    }

    /// <summary>Whether nothing of it reaches a second or what is judged from there on.</summary>
    public bool IsPast(uint second, DateTimeZone zone, uint reachSeconds)
    {
        if (In(zone).End > second)
        {
            return false;
        }

        foreach (var version in versions.Span)
        {
            if (version.Content.Activities.Any(one => UnixSeconds.Floor(one.End) + reachSeconds > second))
            {
                return false;
            }
        }

        return true;
    }
}
