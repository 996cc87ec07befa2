using Muster.Forecasting.Cleaning;

namespace Muster.Forecasting.Models;

/// <summary>
/// Two-way multiplicative: a weekday's mean volume of the last weeks times one profile for all weekdays. It needs the
/// fewest numbers, so it suits small queues and short histories.
/// </summary>
internal sealed class TwoWay(int weeks) : IMethod
{
    public string Name => $"weekday times time of day, last {weeks} weeks";

    public int Complexity => 2;

    public int FewestDays => 1;

    public double[][] Predict(TrainingSet past, IReadOnlyList<int> days)
    {
        var byWeekday = new double[7][];
        return [.. days.Select(day => byWeekday[DayNumber.Weekday(day)] ??= Of(past, DayNumber.Weekday(day)))];
    }

    private double[] Of(TrainingSet past, int weekday)
    {
        var (sum, weights) = (0.0, 0.0);
        foreach (var day in past.Newest(weekday, weeks))
        {
            sum += day.Weight * day.Total;
            weights += day.Weight;
        }

        return [.. DayProfile.Of(past, weekday, weeks, double.PositiveInfinity).Select(part => part * sum / weights)];
    }
}
