using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Forecasting.Tests;

/// <summary>Histories with a known law, for tests.</summary>
internal static class Histories
{
    /// <summary>A Monday.</summary>
    public static readonly LocalDate Monday = new(2024, 1, 1);

    public static readonly OpeningHours Office = OpeningHours.Of(Enumerable.Range(1, 5)
        .Select(day => new OpenPeriod((IsoDayOfWeek)day, new LocalTime(8, 0), new LocalTime(18, 0))));

    /// <summary>
    /// Open every day from 08:00 to 18:00: more on Mondays, a peak at noon, noise of so many percent.
    /// </summary>
    public static IntervalSeries Weeks(
        int weeks, int seed = 1, double noise = 0.05, Func<LocalDate, double>? level = null)
    {
        var random = new Random(seed);
        return Of(Days(Monday, 7 * weeks).SelectMany(date => DayRows(date, (level?.Invoke(date) ?? 1)
            * (1 + noise * (2 * random.NextDouble() - 1)))));
    }

    public static IEnumerable<LocalDate> Days(LocalDate first, int count) =>
        Enumerable.Range(0, count).Select(first.PlusDays);

    /// <summary>Half hours from 08:00 on; about 40 each on a Monday, 30 on other days, fewer at the ends.</summary>
    public static IEnumerable<VolumeRow> DayRows(LocalDate date, double factor) => Enumerable.Range(16, 20)
        .Select(slot => new VolumeRow(date.At(LocalTime.FromMinutesSinceMidnight(30 * slot)), Math.Round(factor
            * (date.DayOfWeek == IsoDayOfWeek.Monday ? 40 : 30) * (1 - 0.05 * Math.Abs(slot - 25.5)), 6)));

    public static IntervalSeries Of(IEnumerable<VolumeRow> rows, SeriesOptions? options = null) =>
        SeriesReader.Read(rows, options ?? new SeriesOptions()).Value;
}
