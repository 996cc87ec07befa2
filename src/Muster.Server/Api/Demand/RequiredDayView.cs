using Muster.Server.Demand;
using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>A day's requirement by interval on the clock, from midnight on; null where it is closed.</summary>
/// <param name="Agents">Required on queue.</param>
/// <param name="Scheduled">To be paid for, so that those are on queue.</param>
/// <param name="ServiceLevel">What they reach, as a part of 1; null without such a goal.</param>
/// <param name="Occupancy">The part of their time that they are busy.</param>
/// <param name="AnswerSeconds">Mean wait of the answered.</param>
public sealed record RequiredDayView(
    LocalDate Date,
    IReadOnlyList<int?> Agents,
    IReadOnlyList<double?> Scheduled,
    IReadOnlyList<double?> ServiceLevel,
    IReadOnlyList<double?> Occupancy,
    IReadOnlyList<double?> AnswerSeconds)
{
    public static RequiredDayView Of(RequiredDay day) => new(
        day.Date,
        [.. day.Rows.Select(row => row?.Agents)],
        [.. day.Rows.Select(row => Round(row?.Scheduled))],
        [.. day.Rows.Select(row => Round(row?.Figures.ServiceLevel))],
        [.. day.Rows.Select(row => Round(row?.Figures.Occupancy))],
        [.. day.Rows.Select(row => Round(row?.Figures.AverageAnswerSeconds))]);

    private static double? Round(double? value) => value is { } known ? Math.Round(known, 4) : null;
}
