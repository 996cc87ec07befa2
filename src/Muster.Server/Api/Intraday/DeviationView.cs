using Muster.Server.Api.Demand;
using Muster.Server.Intraday;

namespace Muster.Server.Api.Intraday;

/// <summary>What goes otherwise than planned.</summary>
/// <param name="Sentence">What, of which planning group, how much and when, on the unit's clocks.</param>
/// <param name="WorkHours">How large it is, in hours of an agent's work.</param>
/// <param name="Open">It goes on.</param>
public sealed record DeviationView(
    DeviationKind Kind,
    string PlanningGroup,
    string Sentence,
    DateTimeOffset Start,
    DateTimeOffset End,
    bool Open,
    double Actual,
    double Planned,
    double WorkHours)
{
    public static DeviationView Of(Deviation deviation, NodaTime.DateTimeZone zone) => new(
        deviation.Kind, deviation.Group, DeviationText.Of(deviation, zone),
        deviation.Time.Start.ToDateTimeOffset(), deviation.Time.End.ToDateTimeOffset(), deviation.IsOpen,
        Numbers.Short(deviation.Actual), Numbers.Short(deviation.Planned), Numbers.Short(deviation.Size));
}
