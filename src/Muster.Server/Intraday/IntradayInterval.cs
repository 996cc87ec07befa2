using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>An interval of today: as forecast, as it was, and as forecast again. Null: not known.</summary>
public sealed record IntradayInterval
{
    public required Interval Time { get; init; }

    public bool IsOpen { get; init; }

    /// <summary>Of the morning; served by the agents that are required.</summary>
    public ContactSums? Forecast { get; init; }

    /// <summary>The 80 % range of the forecast.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <summary>Only of intervals that are over and wholly told.</summary>
    public ContactSums? Actual { get; init; }

    /// <summary>Of intervals to come, also in part; served by the agents who are scheduled.</summary>
    public ContactSums? Again { get; init; }

    /// <summary>The 80 % range of what is forecast again.</summary>
    public (double Low, double High)? AgainRange { get; init; }

    /// <summary>Agents on queue, on average over the interval; so with all that follow.</summary>
    public double? Required { get; init; }

    /// <summary>Of intervals to come, by what is forecast again.</summary>
    public double? RequiredAgain { get; init; }

    public double? Scheduled { get; init; }

    public double? OnQueue { get; init; }

    /// <summary>
    /// What had been forecast of that which <see cref="Actual"/> is of: of several planning groups, those that are
    /// told.
    /// </summary>
    public ContactSums? ForecastOfActual
    {
        get => Actual is null ? null : field ?? Forecast;
        private init;
    }

    /// <summary>Of several planning groups in the same interval.</summary>
    public static IntradayInterval Sum(IReadOnlyList<IntradayInterval> groups) => groups.Count == 1
        ? groups[0]
        : Combined(groups) with
        {
            Time = groups[0].Time,
            Required = Sum(groups, one => one.Required),
            RequiredAgain = IsAnyAgain(groups) ? Sum(groups, one => one.RequiredAgain ?? one.Required) : null,
            Scheduled = Sum(groups, one => one.Scheduled),
            OnQueue = Sum(groups, one => one.OnQueue),
        };

    /// <summary>Several intervals that follow each other, as one.</summary>
    public static IntradayInterval Join(IReadOnlyList<IntradayInterval> parts) => parts.Count == 1
        ? parts[0]
        : Combined(parts) with
        {
            Time = new Interval(parts[0].Time.Start, parts[^1].Time.End),
            // Of one that is told in part, nothing is said.
            Actual = parts.Any(IsMissing) ? null : SumOf(parts, one => one.Actual),
            Again = parts.Any(one => one.Again is not null)
                ? SumOf(parts, one => one.Again ?? one.Actual ?? one.Forecast)
                : null,
            AgainRange = Shifted(parts),
            Required = Mean(parts, one => one.Required),
            RequiredAgain = IsAnyAgain(parts) ? Mean(parts, one => one.RequiredAgain ?? one.Required) : null,
            Scheduled = Mean(parts, one => one.Scheduled),
            OnQueue = parts.Any(one => one.OnQueue is null) ? null : Mean(parts, one => one.OnQueue),
        };

    private static IntradayInterval Combined(IReadOnlyList<IntradayInterval> all) => new()
    {
        Time = all[0].Time,
        IsOpen = all.Any(one => one.IsOpen),
        Forecast = SumOf(all, one => one.Forecast),
        Range = RangeOf(all, one => one.Range, one => one.Forecast),
        Actual = SumOf(all, one => one.Actual),
        ForecastOfActual = SumOf(all, one => one.ForecastOfActual),
        Again = SumOf(all, one => one.Again),
        AgainRange = RangeOf(all, one => one.AgainRange, one => one.Again),
    };

    private static bool IsMissing(IntradayInterval one) =>
        one is { Actual: null, Again: not null } or { Actual: null, Forecast.Offered: > 0 };

    private static bool IsAnyAgain(IReadOnlyList<IntradayInterval> all) =>
        all.Any(one => one.RequiredAgain is not null);

    // What came already is certain.
    private static (double Low, double High)? Shifted(IReadOnlyList<IntradayInterval> parts)
    {
        var came = parts.Where(one => one.Again is null).Sum(one => (one.Actual ?? one.Forecast)?.Offered ?? 0);
        return RangeOf(parts, one => one.AgainRange, one => one.Again) is { } range
            ? (range.Low + came, range.High + came)
            : null;
    }

    private static ContactSums? SumOf(
        IReadOnlyList<IntradayInterval> all, Func<IntradayInterval, ContactSums?> value) =>
        all.Any(one => value(one) is not null) ? ContactSums.Sum(all.Select(one => value(one) ?? default)) : null;

    // Each errs for itself: the squares of the distances add up.
    private static (double Low, double High)? RangeOf(
        IReadOnlyList<IntradayInterval> all, Func<IntradayInterval, (double Low, double High)?> range,
        Func<IntradayInterval, ContactSums?> value)
    {
        var known = all.Where(one => range(one) is not null && value(one) is not null).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var middle = known.Sum(one => value(one)!.Value.Offered);
        double Away(Func<IntradayInterval, double> distance) =>
            Math.Sqrt(known.Sum(one => distance(one) * distance(one)));
        var below = Away(one => value(one)!.Value.Offered - range(one)!.Value.Low);
        var above = Away(one => range(one)!.Value.High - value(one)!.Value.Offered);
        return (Math.Max(0, middle - below), middle + above);
    }

    private static double? Sum(IReadOnlyList<IntradayInterval> all, Func<IntradayInterval, double?> value) =>
        all.Any(one => value(one) is not null) ? all.Sum(one => value(one) ?? 0) : null;

    private static double? Mean(IReadOnlyList<IntradayInterval> all, Func<IntradayInterval, double?> value) =>
        all.Average(value);
}
