using Muster.Forecasting.Cleaning;

namespace Muster.Forecasting.Selection;

/// <summary>
/// Intervals taken together when methods are compared: as few as have ten contacts on average. In single intervals with
/// hardly a contact the method that says zero would win, and nobody could be planned by it.
/// </summary>
internal static class Blocks
{
    private const double Fewest = 10;

    public static int SizeFor(CleanHistory history)
    {
        var slots = history.Table.Slots.Count;
        var mean = history.Days.Sum(day => day.Total) / Math.Max(1, history.Days.Count * slots);
        var size = 1;
        while (size < slots && mean * size < Fewest)
        {
            size *= 2;
        }

        return Math.Min(size, Math.Max(1, slots));
    }

    /// <summary>
    /// Sum of absolute errors over blocks, and sum of the actual values; unknown intervals do not count.
    /// </summary>
    public static (double Error, double Actual) Compare(double[] actual, double[] forecast, int size)
    {
        var (error, all) = (0.0, 0.0);
        for (var start = 0; start < actual.Length; start += size)
        {
            var difference = 0.0;
            for (var slot = start; slot < Math.Min(start + size, actual.Length); slot++)
            {
                var isCounted = !double.IsNaN(actual[slot]);
                difference += isCounted ? forecast[slot] - actual[slot] : 0;
                all += isCounted ? actual[slot] : 0;
            }

            error += Math.Abs(difference);
        }

        return (error, all);
    }
}
