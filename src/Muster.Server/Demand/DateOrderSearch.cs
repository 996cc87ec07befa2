namespace Muster.Server.Demand;

/// <summary>Finds out from a file's dates whether days or months come first.</summary>
internal sealed class DateOrderSearch(DateOrder? given)
{
    // So many different numbers in one place, and one only in the other, are the days of a month.
    private const int ClearlyDays = 5;

    private readonly HashSet<int> _firsts = [];

    private readonly HashSet<int> _seconds = [];

    private bool _isDifferent;

    /// <summary>Null as long as it does not show.</summary>
    public DateOrder? Order { get; private set; } = given;

    /// <returns>Whether the day is known now.</returns>
    public bool Note(DateText date)
    {
        if (Order is null && date.Order is null)
        {
            Order = date.Told;
            _isDifferent |= date.First != date.Second;
            _firsts.Add(date.First);
            _seconds.Add(date.Second);
        }

        return date.Order is not null || Order is not null;
    }

    /// <returns>The order, from all dates there are; null when they may be read either way.</returns>
    public DateOrder? Finish()
    {
        Order ??= !_isDifferent || (_seconds.Count == 1 && _firsts.Count >= ClearlyDays) ? DateOrder.DayFirst
            : _firsts.Count == 1 && _seconds.Count >= ClearlyDays ? DateOrder.MonthFirst
            : null;
        return Order;
    }
}
