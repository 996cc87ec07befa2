using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>Which part of a day is told, <c>[begin, until)</c>.</summary>
/// <param name="Last">The source's last position when it goes on where it was; null: it begins anew.</param>
public readonly record struct SimulateWindow(Instant Begin, Instant Until, long? Last)
{
    private static readonly Duration MostAhead = Duration.FromMinutes(1);

    /// <summary>Whether all of it was told already.</summary>
    public bool IsDone => Begin >= Until;

    /// <param name="last">The source's last position.</param>
    /// <exception cref="StartRefusedException">The options do not go with the day, the time or the source.</exception>
    public static SimulateWindow Of(SimulateOptions options, CentreFacts day, Instant now, long last)
    {
        var told = LineText.TimeOf(last) ?? Instant.MinValue;
        if (day.DayStart > now)
        {
            throw new StartRefusedException(
                $"{day.Day:uuuu-MM-dd} is still to come, and a node takes no events of the future.",
                "Maybe today is meant: leave --date out.");
        }

        if (told > now + MostAhead)
        {
            throw new StartRefusedException(
                $"The source {options.Source} is at position {last}, which no simulation gives: it is another's.",
                "Maybe another --source.");
        }

        var until = options.Until is { } end ? At(day, end) : day.DayEnd;
        var goesOn = told >= (options.From is null && options.Date is null ? day.DayStart : Asked(options, day, now));
        if (goesOn)
        {
            return new SimulateWindow(told, until, last);
        }

        var begin = Asked(options, day, now);
        Require(options, begin, until, now);
        return new SimulateWindow(begin, until, null);
    }

    private static void Require(SimulateOptions options, Instant begin, Instant until, Instant now)
    {
        if (begin > now)
        {
            throw new StartRefusedException(
                $"--from {options.From:HH\\:mm} is still to come.", "Maybe leave it out: then it begins now.");
        }

        if (options.Speed is > 1 && options.From is null && options.Date is null)
        {
            throw new StartRefusedException(
                $"--speed {options.Speed} has nothing to hurry through: it begins now, and a node takes no events of "
                    + "the future.",
                "Maybe --from 00:00, or the --date of an earlier day.");
        }

        if (until <= begin)
        {
            throw new StartRefusedException(
                $"--until {options.Until:HH\\:mm} is over.", "Maybe a later time, or an earlier --from.");
        }
    }

    private static Instant Asked(SimulateOptions options, CentreFacts day, Instant now) =>
        options.From is { } from ? At(day, from) : options.Date is null ? now : day.DayStart;

    private static Instant At(CentreFacts day, LocalTime time) =>
        Instant.Max(day.DayStart, day.Zone.AtLeniently(day.Day.At(time)).ToInstant());
}
