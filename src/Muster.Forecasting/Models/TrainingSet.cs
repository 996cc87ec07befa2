using Muster.Forecasting.Cleaning;

namespace Muster.Forecasting.Models;

/// <summary>All that a method may know when it looks ahead from the end of a history. Used by one thread.</summary>
internal sealed class TrainingSet
{
    private readonly Lazy<DayFactors> _factors;

    public TrainingSet(CleanHistory history)
    {
        History = history;
        ByWeekday = [.. Enumerable.Range(0, 7).Select(weekday => history.Days
            .Where(day => day.Weekday == weekday).Reverse().ToArray())];
        _factors = new(() => new DayFactors(this));
    }

    public CleanHistory History { get; }

    public IReadOnlyList<CleanDay> Days => History.Days;

    /// <summary>The same days by weekday from 0 for Monday, newest first.</summary>
    public IReadOnlyList<CleanDay[]> ByWeekday { get; }

    /// <summary>The first day that is not known yet.</summary>
    public int End => History.End;

    public int Slots => History.Table.Slots.Count;

    public DayFactors Factors => _factors.Value;

    /// <summary>The place of a day in the calendar, see <see cref="CalendarTerms"/>.</summary>
    public double[] Terms(int day) => History.Calendar.Of(day);

    /// <summary>
    /// The newest days of a weekday, at most so many. A weekday that was never seen borrows the newest days of all.
    /// </summary>
    public ReadOnlySpan<CleanDay> Newest(int weekday, int most)
    {
        var own = ByWeekday[weekday];
        return own.Length > 0 ? own.AsSpan(0, Math.Min(most, own.Length))
            : Days.Reverse().Take(Math.Max(most, 5)).ToArray();
    }
}
