namespace Muster.Scheduling.Kernel;

/// <summary>
/// A count that has no dimension of its own in the dynamic programme: a multiplier per unit steers it, run by run.
/// </summary>
/// <param name="weekendsOf">Whose weekends at work are counted instead; null: options are.</param>
internal sealed class SideCount(SpanCost span, int[] perOption, AgentShape? weekendsOf = null)
{
    public SpanCost Span { get; } = span;

    /// <summary>By local option.</summary>
    public int[] PerOption { get; } = perOption;

    public int MostPerOption { get; } = perOption.Append(0).Max();

    public bool IsOfWeekends => weekendsOf is not null;

    /// <summary>The first day of what is counted as one with a day: of weekends the Saturday.</summary>
    public int FirstOf(int day) => IsOfWeekends && weekendsOf!.WeekdayOf(day) == 6 ? day - 1 : day;

    /// <summary>Whether work on a day may count.</summary>
    public bool MayCountOn(int day) =>
        day >= Span.From && day < Span.To && (weekendsOf is null || weekendsOf.WeekdayOf(day) >= 5);

    /// <param name="roster">Local option or -1 by day of the period.</param>
    public int CountOn(int day, ReadOnlySpan<int> roster) => roster[day] < 0 ? 0
        : weekendsOf is null ? PerOption[roster[day]]
        : weekendsOf.WeekendCount(day, day > 0 && roster[day - 1] >= 0);

    /// <summary>How often it matches in a window.</summary>
    /// <param name="roster">Local option or -1 by day of the period.</param>
    public int CountIn(DayWindow window, ReadOnlySpan<int> roster)
    {
        var (from, to) = (Math.Max(Span.From, window.From), Math.Min(Span.To, window.To));
        var count = 0;
        for (var day = from; day < to; day++)
        {
            count += CountOn(day, roster);
        }

        return count;
    }
}
