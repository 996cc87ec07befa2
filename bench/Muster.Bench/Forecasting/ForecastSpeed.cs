using Muster.Forecasting;
using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Bench.Forecasting;

/// <summary>
/// How long forecasts take: a queue with a year of quarters of an hour, day and night, and two hundred.
/// </summary>
internal static class ForecastSpeed
{
    private const int Queues = 200;
    private const int Cores = 2;

    public static void Tell()
    {
        Console.WriteLine();
        Console.WriteLine("A year of 15-minute history, 24 h, all methods, 28 days ahead");
        var time = TimeProvider.System;
        var one = Year(0);
        Forecast(one);
        var before = GC.GetTotalAllocatedBytes(true);
        var spans = Enumerable.Range(0, 5).Select(_ => Seconds(time, () => Forecast(one))).ToArray();
        var allocated = (GC.GetTotalAllocatedBytes(true) - before) / 5.0 / 1e6;
        Figures.Say("one queue (aim 1 s)", Figures.Spread(spans, "s", "0.000"));
        Figures.Say("allocated meanwhile", $"{Figures.Text(allocated, "0")} MB");

        var all = Enumerable.Range(0, Queues).Select(Year).ToArray();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Cores };
        var span = Seconds(time, () => Parallel.ForEach(all, parallel, Forecast));
        Figures.Say($"{Queues} queues on {Cores} cores (aim 60 s)", $"{Figures.Text(span, "0.0")} s");
        Figures.Say("working set at the end", $"{Environment.WorkingSet / 1e6:0} MB");
    }

    private static void Forecast(IntervalSeries series) =>
        _ = Forecaster.Forecast(series, new ForecastRequest(), null, CancellationToken.None).Value;

    private static double Seconds(TimeProvider time, Action action)
    {
        var start = time.GetTimestamp();
        action();
        return time.GetElapsedTime(start).TotalSeconds;
    }

    private static IntervalSeries Year(int seed)
    {
        var random = new Random(seed);
        var start = new LocalDateTime(2025, 1, 1, 0, 0);
        var rows = Enumerable.Range(0, 365).SelectMany(day => DayRows(start.PlusDays(day), random));
        return SeriesReader.Read(rows, new SeriesOptions()).Value;
    }

    private static IEnumerable<VolumeRow> DayRows(LocalDateTime start, Random random)
    {
        var level = 40 * (1 + 0.1 * random.NextDouble()) * (start.DayOfWeek >= IsoDayOfWeek.Saturday ? 0.5 : 1);
        return Enumerable.Range(0, 96).Select(slot => new VolumeRow(
            start.PlusMinutes(15 * slot),
            Math.Round(level * (1.1 - Math.Cos(2 * Math.PI * slot / 96)) * (0.8 + 0.4 * random.NextDouble()))));
    }
}
