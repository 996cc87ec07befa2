using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>
/// What is known of single days, past and coming. A day is closed, special by a name, or ordinary. Days with the same
/// name are of one type and share what was learned of it ("Black Friday", "mailing", "bridge day").
/// </summary>
public sealed record SiteCalendar
{
    public static SiteCalendar Empty { get; } = new();

    /// <summary>Nothing comes in on these days, or nobody takes it.</summary>
    public IReadOnlySet<LocalDate> ClosedDays { get; init; } = new HashSet<LocalDate>();

    /// <summary>Days with more or less than usual, by the name of their type.</summary>
    public IReadOnlyDictionary<LocalDate, string> SpecialDays { get; init; } = new Dictionary<LocalDate, string>();

    /// <summary>The same calendar with more closed days.</summary>
    public SiteCalendar WithClosed(params IEnumerable<LocalDate> days) =>
        this with { ClosedDays = new HashSet<LocalDate>([.. ClosedDays, .. days]) };

    /// <summary>The same calendar with more special days of one type.</summary>
    public SiteCalendar WithSpecial(string name, params IEnumerable<LocalDate> days)
    {
        var special = new Dictionary<LocalDate, string>(SpecialDays);
        foreach (var day in days)
        {
            special[day] = name;
        }

        return this with { SpecialDays = special };
    }
}
