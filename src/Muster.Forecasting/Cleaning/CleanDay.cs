namespace Muster.Forecasting.Cleaning;

/// <summary>A day that models learn from: every open interval has a number.</summary>
/// <param name="Day">As a <see cref="DayNumber"/>.</param>
/// <param name="Volumes">By interval; gaps filled, absurd peaks cut.</param>
/// <param name="Weight">1 for an ordinary day, less the further it lies outside, never 0.</param>
/// <param name="Expected">What its neighbours and its weekday made expect in total.</param>
internal sealed record CleanDay(int Day, double[] Volumes, double Weight, double Expected)
{
    public int Weekday { get; } = DayNumber.Weekday(Day);

    public double Total { get; } = Volumes.Sum();
}
