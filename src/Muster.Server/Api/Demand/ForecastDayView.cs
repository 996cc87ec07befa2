using Muster.Forecasting.Results;
using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>A day of a forecast by interval on the clock, from midnight on.</summary>
/// <param name="Special">The type of special day; null for an ordinary one.</param>
/// <param name="Machine">As forecast.</param>
/// <param name="Volumes">With people's layers.</param>
/// <param name="Low">Of the 80 % range, with the layers.</param>
/// <param name="High">Of the 80 % range, with the layers.</param>
/// <param name="Total">Of the whole day, with the layers, and between what it will lie.</param>
/// <param name="Occurrences">1 but where clocks are moved: 0, or 2.</param>
public sealed record ForecastDayView(
    LocalDate Date,
    bool Closed,
    string? Special,
    IReadOnlyList<double> Machine,
    IReadOnlyList<double> Volumes,
    IReadOnlyList<double> Low,
    IReadOnlyList<double> High,
    DayTotalView Total,
    IReadOnlyList<bool> Open,
    IReadOnlyList<double> Occurrences)
{
    public static ForecastDayView Of(Forecast forecast, ForecastDay machine, ForecastDay layered) => new(
        machine.Date, machine.IsClosed, machine.Special, Numbers.Short(machine.Volumes),
        Numbers.Short(layered.Volumes), Numbers.Short(layered.Ranges.Select(range => range.P10)),
        Numbers.Short(layered.Ranges.Select(range => range.P90)), DayTotalView.Of(forecast, layered), layered.Open,
        layered.Occurrences);
}
