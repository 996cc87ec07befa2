using Muster.Forecasting.Cleaning;
using NodaTime;

namespace Muster.Forecasting.HandleTimes;

/// <summary>Learns handle times from history.</summary>
public static class HandleTimeLearning
{
    private const int Hours = 24;
    private const double HalfLifeDays = 8 * 7;

    // A contact's handle time has about this coefficient of variation everywhere (measured: 1.2).
    private const double Variation = 1.2;

    // A type with so many contacts is half its own mean, half that of all types.
    private const double TypeContacts = 30;

    // Longer than so many times the mean of all, an interval's mean was not handle time.
    private const double Absurd = 20;

    /// <param name="rowsByType">
    /// Rows in any order. Rows without contacts, with negative or infinite numbers, or with an absurd mean do not
    /// count.
    /// </param>
    public static IReadOnlyList<HandleTimeForecast> Learn(
        IReadOnlyDictionary<string, IReadOnlyList<HandleTimeRow>> rowsByType)
    {
        var usable = rowsByType.ToDictionary(type => type.Key, type => type.Value.Where(IsUsable).ToArray());
        var all = usable.Values.SelectMany(rows => rows).ToArray();
        if (all.Length == 0)
        {
            return [.. usable.Keys.Select(type => new HandleTimeForecast(type, 0, 0, new double[Hours]))];
        }

        var most = Absurd * Statistics.Median(all.Select(row => row.Seconds / row.Contacts).ToArray());
        var last = all.Max(row => row.Start.Date);
        var sums = usable.ToDictionary(type => type.Key, type => SumsByHour(
            type.Value.Where(row => row.Seconds <= most * row.Contacts), last));
        var global = Mean(sums.Values.SelectMany(hours => hours), 0, 0);
        return [.. sums.Select(type => Of(type.Key, type.Value, global))];
    }

    private static HandleTimeForecast Of(string type, (double Contacts, double Seconds)[] hours, double global)
    {
        var mean = Mean(hours, TypeContacts, global);
        var weight = WeightOfMean(hours, mean);
        var contacts = hours.Sum(hour => hour.Contacts);
        return new HandleTimeForecast(type, contacts, mean, [.. hours.Select(hour => Mean([hour], weight, mean))]);
    }

    /// <summary>
    /// As if so many contacts had shown the type's mean: the variance of a contact over that between hours, the latter
    /// by the method of moments (Buehlmann and Straub 1970).
    /// </summary>
    private static double WeightOfMean((double Contacts, double Seconds)[] hours, double mean)
    {
        var seen = hours.Where(hour => hour.Contacts > 0).ToArray();
        var all = seen.Sum(hour => hour.Contacts);
        var own = Variation * Variation * mean * mean;
        var spread = seen.Sum(hour => hour.Contacts * Math.Pow(hour.Seconds / hour.Contacts - mean, 2));
        var scale = all - seen.Sum(hour => hour.Contacts * hour.Contacts) / Math.Max(all, 1e-9);
        var between = scale > 0 ? (spread - (seen.Length - 1) * own) / scale : 0;
        return between > 1e-9 ? own / between : 1e12;
    }

    private static (double Contacts, double Seconds)[] SumsByHour(IEnumerable<HandleTimeRow> rows, LocalDate last)
    {
        var hours = new (double Contacts, double Seconds)[Hours];
        foreach (var row in rows)
        {
            var weight = Math.Pow(2, -Period.DaysBetween(row.Start.Date, last) / HalfLifeDays);
            ref var hour = ref hours[row.Start.Hour];
            hour = (hour.Contacts + weight * row.Contacts, hour.Seconds + weight * row.Seconds);
        }

        return hours;
    }

    private static double Mean(IEnumerable<(double Contacts, double Seconds)> sums, double weight, double to)
    {
        var (contacts, seconds) = (weight, weight * to);
        foreach (var sum in sums)
        {
            (contacts, seconds) = (contacts + sum.Contacts, seconds + sum.Seconds);
        }

        return contacts > 0 ? seconds / contacts : to;
    }

    private static bool IsUsable(HandleTimeRow row) =>
        double.IsFinite(row.Contacts) && double.IsFinite(row.Seconds) && row.Contacts > 0 && row.Seconds >= 0;
}
