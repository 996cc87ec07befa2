using Muster.Domain.Demand;
using Muster.Server.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>How many people a group's forecast takes.</summary>
/// <param name="Terms">What was reckoned by.</param>
/// <param name="PeakAgents">The most on queue at once.</param>
/// <param name="PaidHours">Of all days together, shrinkage included.</param>
public sealed record RequirementView(
    StaffingTerms Terms, int Minutes, int PeakAgents, double PaidHours, IReadOnlyList<RequiredDayView> Days)
{
    private const double MinutesPerHour = 60;

    /// <param name="occurrences">How often each interval happens, by day.</param>
    public static RequirementView Of(
        StaffingTerms terms, int minutes, IReadOnlyList<RequiredDay> days,
        IReadOnlyList<IReadOnlyList<double>> occurrences) => new(
            terms,
            minutes,
            days.SelectMany(day => day.Rows).Max(row => row?.Agents) ?? 0,
            Math.Round(days.Zip(occurrences, (day, times) => day.Rows.Zip(
                times, (row, often) => (row?.Scheduled ?? 0) * often).Sum()).Sum() * minutes / MinutesPerHour, 2),
            [.. days.Select(RequiredDayView.Of)]);
}
