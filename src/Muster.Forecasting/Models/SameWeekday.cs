using Muster.Forecasting.Cleaning;

namespace Muster.Forecasting.Models;

/// <summary>An average of the last same weekdays, interval by interval.</summary>
internal sealed class SameWeekday(SameWeekday.Average average, int weeks) : IMethod
{
    private const double Trim = 0.2;
    private const double FewestWeight = 0.2;

    public enum Average
    {
        Mean,
        Median,
        TrimmedMean,
    }

    public string Name => (average, weeks) switch
    {
        (_, 1) => "weekly naive",
        (Average.Mean, _) => $"mean of the last {weeks} same weekdays",
        (Average.Median, _) => $"median of the last {weeks} same weekdays",
        _ => $"trimmed mean of the last {weeks} same weekdays",
    };

    public int Complexity => weeks == 1 ? 0 : 1;

    public int FewestDays => 1;

    public double[][] Predict(TrainingSet past, IReadOnlyList<int> days)
    {
        var byWeekday = new double[7][];
        return [.. days.Select(day => byWeekday[DayNumber.Weekday(day)] ??= Of(past, DayNumber.Weekday(day)))];
    }

    private double[] Of(TrainingSet past, int weekday)
    {
        var days = weeks == 1 ? NewestOrdinary(past, weekday) : past.Newest(weekday, weeks);
        var profile = new double[past.Slots];
        var values = new double[days.Length];
        for (var slot = 0; slot < profile.Length; slot++)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = days[i].Volumes[slot];
            }

            profile[slot] = average switch
            {
                Average.Mean => WeightedMean(values, days),
                Average.Median => Statistics.Median(values),
                _ => Statistics.TrimmedMean(values, Trim),
            };
        }

        return profile;
    }

    /// <summary>Last week, but for a wild day: that is no week to repeat.</summary>
    private static ReadOnlySpan<CleanDay> NewestOrdinary(TrainingSet past, int weekday)
    {
        var days = past.Newest(weekday, 3);
        for (var i = 0; i < days.Length; i++)
        {
            if (days[i].Weight >= FewestWeight)
            {
                return days.Slice(i, 1);
            }
        }

        return days[..1];
    }

    private static double WeightedMean(double[] values, ReadOnlySpan<CleanDay> days)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            sum += days[i].Weight * values[i];
            weights += days[i].Weight;
        }

        return sum / weights;
    }
}
