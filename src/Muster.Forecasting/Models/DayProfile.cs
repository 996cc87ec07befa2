using Muster.Forecasting.Cleaning;

namespace Muster.Forecasting.Models;

/// <summary>How a weekday's volume spreads over its intervals, from its newest days.</summary>
internal static class DayProfile
{
    /// <summary>
    /// Parts that add up to 1. A weekday with few contacts leans on the pooled profile of all weekdays.
    /// </summary>
    /// <param name="pooledVolume">
    /// So many contacts of the pooled profile are mixed in; infinite: only the pooled.
    /// </param>
    public static double[] Of(TrainingSet past, int weekday, int weeks, double pooledVolume)
    {
        var open = past.History.Table.Open(weekday);
        var pooled = Parts(past.Days.Reverse().Take(7 * weeks), open);
        if (double.IsInfinity(pooledVolume))
        {
            return pooled;
        }

        var own = new double[past.Slots];
        foreach (var day in past.Newest(weekday, weeks))
        {
            Add(own, day, open);
        }

        var mixed = own.Select((volume, slot) => volume + pooledVolume * pooled[slot]).ToArray();
        return Normalized(mixed, open);
    }

    private static double[] Parts(IEnumerable<CleanDay> days, bool[] open)
    {
        var sum = new double[open.Length];
        foreach (var day in days)
        {
            Add(sum, day, open);
        }

        return Normalized(sum, open);
    }

    private static void Add(double[] sum, CleanDay day, bool[] open)
    {
        for (var slot = 0; slot < sum.Length; slot++)
        {
            sum[slot] += open[slot] ? day.Weight * day.Volumes[slot] : 0;
        }
    }

    private static double[] Normalized(double[] sum, bool[] open)
    {
        var all = sum.Sum();
        var count = Math.Max(1, open.Count(isOpen => isOpen));
        return [.. sum.Select((volume, slot) => all > 0 ? volume / all : open[slot] ? 1.0 / count : 0)];
    }
}
