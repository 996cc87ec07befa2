namespace Muster.Scheduling.Problem;

/// <summary>
/// For contact centres and tours: so many in an interval for a planning group. Row <c>interval * groups + group</c>.
/// Interval 0 begins at midnight of day 0 plus <see cref="OffsetMinutes"/>. Needs that are not there are none.
/// </summary>
public sealed record IntervalDemand : Demand
{
    /// <summary>The names of the planning groups or tasks.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>The grid: 5, 10, 15, 30 or 60. Starts, lengths and breaks are multiples of it.</summary>
    public int IntervalMinutes { get; init; } = 15;

    public int OffsetMinutes { get; init; }

    /// <summary>
    /// How agents with several groups are counted. 0: together, each is split over the groups as the requirement can
    /// use them, interval by interval. Above 0: each has one group at a time, for at least so many minutes in a row.
    /// </summary>
    public int StretchMinutes { get; init; }
}
