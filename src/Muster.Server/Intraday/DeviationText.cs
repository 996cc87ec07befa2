using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Intraday;

/// <summary>Says a deviation in a sentence, on a unit's clocks.</summary>
public static class DeviationText
{
    private const double Percent = 100;

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Of(Deviation deviation, DateTimeZone zone)
    {
        string At(Instant at) => Clock.Format(at.InZone(zone).TimeOfDay);
        var when = deviation.IsOpen
            ? $"since {At(deviation.Time.Start)}"
            : $"from {At(deviation.Time.Start)} to {At(deviation.Time.End)}";
        return $"{deviation.Group}: {What(deviation)}, {when}.";
    }

    private static string What(Deviation of)
    {
        var (by, isMore) = (Math.Abs(of.Actual - of.Planned), of.Actual > of.Planned);
        return of.Kind switch
        {
            DeviationKind.Offered => Text(
                $"{Count(by, "contact")} {(isMore ? "more" : "fewer")} than forecast")
                + Text($" ({of.Actual:#,0} instead of {of.Planned:#,0})"),
            DeviationKind.HandleTime => Text(
                $"handle time {by:0} s {(isMore ? "longer" : "shorter")} than forecast ({of.Actual:0} s)"),
            DeviationKind.ServiceLevel => Text(
                $"service level {of.Actual * Percent:0} % instead of {of.Planned * Percent:0} %"),
            DeviationKind.OnQueue =>
                $"{Count(by, "agent")} {(isMore ? "more" : "fewer")} on queue than scheduled ({Of(of)})",
            _ => $"{Count(by, "agent")} {(isMore ? "more" : "fewer")} scheduled than will be required ({Of(of)})",
        };
    }

    private static string Count(double many, string thing)
    {
        var number = thing == "contact" ? Text($"{many:#,0}") : Text($"{many:#,0.#}");
        return $"{number} {thing}{(number == "1" ? "" : "s")}";
    }

    private static string Of(Deviation of) => Text($"{of.Actual:#,0.#} instead of {of.Planned:#,0.#}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
