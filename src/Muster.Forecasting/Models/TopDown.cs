using Muster.Forecasting.Cleaning;

namespace Muster.Forecasting.Models;

/// <summary>
/// Day totals by exponential smoothing (additive Holt-Winters of the logarithm: level, damped trend, weekday; Hyndman,
/// Koehler, Ord and Snyder 2008), spread over the day by the weekday's profile.
/// </summary>
internal sealed class TopDown : IMethod
{
    private const double Damping = 0.97;
    private const int ProfileWeeks = 8;
    private const double PooledVolume = 500;
    private static readonly double[] Levels = [0.02, 0.05, 0.1, 0.2, 0.35];
    private static readonly double[] Trends = [0, 0.02, 0.1];
    private static readonly double[] Weekdays = [0.02, 0.08, 0.2];

    public string Name => "smoothed day totals, spread by the weekday's profile";

    public int Complexity => 3;

    public int FewestDays => 20;

    public double[][] Predict(TrainingSet past, IReadOnlyList<int> days)
    {
        var best = Candidates().Select(rates => new Smoothing(past, rates)).MinBy(fit => fit.Error)!;
        var profiles = new double[7][];
        return [.. days.Select(day => Spread(past, day, best.At(day), profiles))];
    }

    private static double[] Spread(TrainingSet past, int day, double total, double[][] profiles)
    {
        var weekday = DayNumber.Weekday(day);
        profiles[weekday] ??= DayProfile.Of(past, weekday, ProfileWeeks, PooledVolume);
        return [.. profiles[weekday].Select(part => part * total)];
    }

    private static IEnumerable<(double Level, double Trend, double Weekday)> Candidates() =>
        from level in Levels from trend in Trends from weekday in Weekdays select (level, trend, weekday);

    private sealed class Smoothing
    {
        private readonly double[] _weekdays;

        private readonly int _last;

        private readonly double _level;

        private readonly double _trend;

        public Smoothing(TrainingSet past, (double Level, double Trend, double Weekday) rates)
        {
            _level = past.Days.Average(Log);
            _weekdays = [.. Enumerable.Range(0, 7).Select(weekday => past.ByWeekday[weekday] is { Length: > 0 } own
                ? own.Average(Log) - _level : 0)];
            _last = past.Days[0].Day;
            foreach (var day in past.Days)
            {
                for (; _last < day.Day; _last++)
                {
                    _trend *= Damping;
                    _level += _trend;
                }

                var error = Log(day) - _level - _weekdays[day.Weekday];
                Error += day.Weight * error * error;
                _level += rates.Level * day.Weight * error;
                _trend += rates.Level * rates.Trend * day.Weight * error;
                _weekdays[day.Weekday] += rates.Weekday * day.Weight * error;
            }
        }

        public double Error { get; }

        public double At(int day)
        {
            var ahead = day - _last;
            var grown = _trend * Damping * (1 - Math.Pow(Damping, ahead)) / (1 - Damping);
            return Math.Max(0, Math.Exp(_level + grown + _weekdays[DayNumber.Weekday(day)]) - 1);
        }

        private static double Log(CleanDay day) => Math.Log(day.Total + 1);
    }
}
