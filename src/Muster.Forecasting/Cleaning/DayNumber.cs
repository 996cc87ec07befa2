using NodaTime;

namespace Muster.Forecasting.Cleaning;

/// <summary>Days counted from 1970-01-01, to calculate with.</summary>
internal static class DayNumber
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public static int Of(LocalDate date) => Period.DaysBetween(Epoch, date);

    public static LocalDate DateOf(int day) => Epoch.PlusDays(day);

    /// <summary>0 for Monday.</summary>
    public static int Weekday(int day) => ((day + 3) % 7 + 7) % 7;
}
