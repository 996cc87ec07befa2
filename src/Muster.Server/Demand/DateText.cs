using System.Globalization;
using NodaTime;

namespace Muster.Server.Demand;

/// <summary>A date as it is written: 2026-03-04, 20260304, 4.3.2026, 3/4/26, 4 Mar 2026.</summary>
/// <param name="First">The month, or the first of two numbers of which it is not said which is the month.</param>
/// <param name="Order">Null when that is not said.</param>
internal readonly record struct DateText(int Year, int First, int Second, DateOrder? Order)
{
    private const int CompactLength = 8;

    // Two digits below it are of this century.
    private const int OldYear = 70;

    private static readonly string[] Months =
        [.. CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames.Take(12)];

    private static readonly string[] Weekdays = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames;

    /// <summary>The number that can only be a day tells the order.</summary>
    public DateOrder? Told => Order is null && First > 12 && Second <= 12 ? DateOrder.DayFirst
        : Order is null && Second > 12 && First <= 12 ? DateOrder.MonthFirst : null;

    public static DateText? Parse(ReadOnlySpan<char> text)
    {
        Span<Range> ranges = stackalloc Range[6];
        var count = text.SplitAny(ranges, "-/. ,", StringSplitOptions.RemoveEmptyEntries);
        if (count == 1 && text.Length == CompactLength && IsNumber(text, out var compact))
        {
            return new DateText(compact / 10000, compact / 100 % 100, compact % 100, DateOrder.MonthFirst);
        }

        var skip = count == 4 && Place(Weekdays, text[ranges[0]]) >= 0 ? 1 : 0;
        return count - skip != 3 ? null
            : Of(text[ranges[skip]], text[ranges[skip + 1]], text[ranges[skip + 2]], text.Contains('.'));
    }

    /// <returns>Null when there is no such day.</returns>
    public LocalDate? Date(DateOrder order)
    {
        var (month, day) = (Order ?? order) == DateOrder.MonthFirst ? (First, Second) : (Second, First);
        return Year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1
            && day <= CalendarSystem.Iso.GetDaysInMonth(Year, month) ? new LocalDate(Year, month, day) : null;
    }

    // With full stops between them, days come first everywhere.
    private static DateText? Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, ReadOnlySpan<char> c, bool isDotted)
    {
        var (first, second) = (0, 0);
        if (a.Length == 4 && IsNumber(a, out var year))
        {
            return IsMonth(b, out first) && IsNumber(c, out second)
                ? new DateText(year, first, second, DateOrder.MonthFirst) : null;
        }

        if (!IsNumber(c, out year) || c.Length is not (2 or 4))
        {
            return null;
        }

        year += c.Length == 4 ? 0 : year < OldYear ? 2000 : 1900;
        DateOrder? order = isDotted ? DateOrder.DayFirst : null;
        if (IsNumber(a, out first) && IsMonth(b, out second))
        {
            return new DateText(year, first, second, char.IsLetter(b[0]) ? DateOrder.DayFirst : order);
        }

        return IsMonth(a, out first) && IsNumber(b, out second)
            ? new DateText(year, first, second, DateOrder.MonthFirst) : null;
    }

    private static bool IsMonth(ReadOnlySpan<char> text, out int month)
    {
        if (char.IsDigit(text[0]))
        {
            return IsNumber(text, out month);
        }

        month = Place(Months, text) + 1;
        return month > 0;
    }

    private static int Place(string[] names, ReadOnlySpan<char> text)
    {
        for (var place = 0; place < names.Length; place++)
        {
            if (text.StartsWith(names[place], StringComparison.OrdinalIgnoreCase))
            {
                return place;
            }
        }

        return -1;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
