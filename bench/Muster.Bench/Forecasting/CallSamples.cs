using System.Globalization;
using Muster.Forecasting.History;
using NodaTime;
using NodaTime.Text;

namespace Muster.Bench.Forecasting;

/// <summary>The histories of samples/calls.</summary>
internal static class CallSamples
{
    private static readonly LocalDateTimePattern Start =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static IntervalSeries Bank(int minutes) => Read("bank_calls_5min.csv", new() { Minutes = minutes });

    public static IntervalSeries AnonymousBank() => Read("anonbank_1999_30min.csv", new()
    {
        Hours = OpeningHours.Daily(new LocalTime(7, 0), LocalTime.Midnight),
    });

    public static IntervalSeries AnonymousBankDayAndNight() =>
        Read("anonbank_1999_30min.csv", new() { Hours = OpeningHours.Always });

    public static IntervalSeries NewYork() => Read("nyc_ems_hourly_2010_2016.csv", new());

    private static IntervalSeries Read(string file, SeriesOptions options) =>
        SeriesReader.Read(File.ReadLines(PathOf(file)).Skip(1).Select(Row), options).Value;

    private static string PathOf(string file) => Path.Combine(Repository.Root, "samples", "calls", file);

    /// <summary>"2003-03-03 07:00:00,111,..." or "1999-01-01,00:00,2".</summary>
    private static VolumeRow Row(string line)
    {
        var fields = line.Split(',');
        var isSplit = fields[0].Length == 10;
        var start = isSplit ? $"{fields[0]} {fields[1]}" : fields[0][..16];
        return new VolumeRow(
            Start.Parse(start).Value, double.Parse(fields[isSplit ? 2 : 1], CultureInfo.InvariantCulture));
    }
}
