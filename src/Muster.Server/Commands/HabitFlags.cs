using System.CommandLine;
using Muster.Server.Simulate;

namespace Muster.Server.Commands;

/// <summary>How far a simulated centre strays from its plan, as flags.</summary>
internal sealed class HabitFlags
{
    private const string Percent = "PERCENT";
    private const string Minutes = "MINUTES";

    private static readonly CentreHabits Usual = new();

    private readonly Option<double> _sick = Of("--sick", "Shifts that are missed", Usual.SickPercent);
    private readonly Option<double> _late = Of("--late", "Shifts that begin late", Usual.LatePercent);
    private readonly Option<double> _lateMinutes = Of("--late-minutes", "By so much", Usual.LateMinutes, Minutes);
    private readonly Option<double> _early = Of("--early", "Shifts that are left early", Usual.EarlyPercent);
    private readonly Option<double> _earlyMinutes = Of("--early-minutes", "By so much", Usual.EarlyMinutes, Minutes);
    private readonly Option<double> _breaks = Of("--long-breaks", "Breaks that take longer", Usual.LongBreakPercent);
    private readonly Option<double> _breakMinutes =
        Of("--long-break-minutes", "By so much", Usual.LongBreakMinutes, Minutes);

    private readonly Option<double> _usual = Of(
        "--usual-seconds", "By how much those who are in time miss the second", Usual.UsualSeconds, "SECONDS");

    private readonly Option<double> _calls =
        Of("--long-calls", "Calls that take five times as long", Usual.LongCallPercent);

    private readonly Option<double> _volume = Of("--volume", "Of the forecast volume", Usual.VolumePercent);
    private readonly Option<double> _deviation = Of(
        "--deviation", "By how much a day's volume differs from its forecast", Usual.DeviationPercent);

    private readonly Option<double> _outages =
        Of("--outages", "How often the feed is out on a day", Usual.OutagesPerDay, "COUNT");

    private readonly Option<double> _outageMinutes =
        Of("--outage-minutes", "For so long", Usual.OutageMinutes, Minutes);

    private readonly Option<bool> _exact = new("--exact")
    {
        Description = "Where no flag says otherwise nobody strays from the plan, and calls come as forecast",
    };

    public HabitFlags(Command command)
    {
        foreach (var option in (Option[])
            [_sick, _late, _lateMinutes, _early, _earlyMinutes, _breaks, _breakMinutes, _usual, _calls, _volume,
                _deviation, _outages, _outageMinutes, _exact])
        {
            command.Add(option);
        }
    }

    public CentreHabits Read(ParseResult parsed)
    {
        var otherwise = parsed.GetValue(_exact) ? CentreHabits.Exact : Usual;
        return new CentreHabits
        {
            SickPercent = Given(_sick, otherwise.SickPercent),
            LatePercent = Given(_late, otherwise.LatePercent),
            LateMinutes = Given(_lateMinutes, otherwise.LateMinutes),
            EarlyPercent = Given(_early, otherwise.EarlyPercent),
            EarlyMinutes = Given(_earlyMinutes, otherwise.EarlyMinutes),
            LongBreakPercent = Given(_breaks, otherwise.LongBreakPercent),
            LongBreakMinutes = Given(_breakMinutes, otherwise.LongBreakMinutes),
            UsualSeconds = Given(_usual, otherwise.UsualSeconds),
            LongCallPercent = Given(_calls, otherwise.LongCallPercent),
            VolumePercent = Given(_volume, otherwise.VolumePercent),
            DeviationPercent = Given(_deviation, otherwise.DeviationPercent),
            OutagesPerDay = Given(_outages, otherwise.OutagesPerDay),
            OutageMinutes = Given(_outageMinutes, otherwise.OutageMinutes),
        };

        double Given(Option<double> option, double other) =>
            parsed.GetResult(option) is { Implicit: false } ? parsed.GetValue(option) : other;
    }

    private static Option<double> Of(string flag, string description, double usual, string unit = Percent) =>
        new(flag) { Description = description, HelpName = unit, DefaultValueFactory = _ => usual };
}
