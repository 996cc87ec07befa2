using Muster.Domain.Demand;
using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>A business unit's day, as it was planned, as it is and as it will be.</summary>
public sealed record UnitDay
{
    public required BusinessUnit Unit { get; init; }

    public required DayFrame Frame { get; init; }

    public required Instant AsOf { get; init; }

    /// <summary>Up to here it is known what came; null: nothing is.</summary>
    public Instant? KnownUntil { get; init; }

    public long ScheduleVersion { get; init; }

    /// <summary>Whether schedules of the day are published; null: the caller may not know.</summary>
    public bool? IsScheduled { get; init; }

    public ForecastScenario? Forecast { get; init; }

    /// <summary>The service level to reach, and within how many seconds; null: groups have different ones.</summary>
    public (double Level, double Seconds)? Goal { get; init; }

    /// <summary>Of the groups together that are looked at.</summary>
    public required IReadOnlyList<IntradayInterval> Intervals { get; init; }

    /// <summary>
    /// Those of each group that is counted, as long as its forecast has them: nothing is lost that is told of a part.
    /// </summary>
    public IReadOnlyList<IntradayInterval> Parts { get; init; } = [];

    /// <summary>At this moment; null: it is another day.</summary>
    public (double? Scheduled, double? OnQueue)? Now { get; init; }

    public IReadOnlyList<Deviation> Deviations { get; init; } = [];

    public IReadOnlyList<UnmappedQueue> Unmapped { get; init; } = [];

    /// <summary>What is missing and what to do about it, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
