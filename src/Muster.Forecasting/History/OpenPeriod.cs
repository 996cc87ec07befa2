using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>Open on a weekday from one time on the clock to another, <c>[Start, End)</c>.</summary>
/// <param name="End">Midnight means the end of the day.</param>
public readonly record struct OpenPeriod(IsoDayOfWeek Day, LocalTime Start, LocalTime End)
{
    internal int StartMinute => Start.Hour * 60 + Start.Minute;

    internal int EndMinute => End == LocalTime.Midnight ? OpeningHours.MinutesPerDay : End.Hour * 60 + End.Minute;
}
