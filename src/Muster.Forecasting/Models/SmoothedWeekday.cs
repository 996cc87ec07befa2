using Muster.Forecasting.Cleaning;

namespace Muster.Forecasting.Models;

/// <summary>
/// Exponentially weighted mean of the same weekdays: each week counts by a fixed part less than the next.
/// </summary>
internal sealed class SmoothedWeekday(double newest) : IMethod
{
    private const int MostWeeks = 60;

    public string Name => $"weighted mean of the same weekdays, newest {newest:0 %}";

    public int Complexity => 1;

    public int FewestDays => 1;

    public double[][] Predict(TrainingSet past, IReadOnlyList<int> days)
    {
        var byWeekday = new double[7][];
        return [.. days.Select(day => byWeekday[DayNumber.Weekday(day)] ??= Of(past, DayNumber.Weekday(day)))];
    }

    private double[] Of(TrainingSet past, int weekday)
    {
        var profile = new double[past.Slots];
        var (all, weight) = (0.0, 1.0);
        foreach (var day in past.Newest(weekday, MostWeeks))
        {
            var counts = weight * day.Weight;
            for (var slot = 0; slot < profile.Length; slot++)
            {
                profile[slot] += counts * day.Volumes[slot];
            }

            all += counts;
            weight *= 1 - newest;
        }

        return [.. profile.Select(volume => volume / all)];
    }
}
