using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>Where the values of a table of days lie.</summary>
internal sealed record SeriesShape(LocalDate FirstDay, int Minutes, OpeningHours Hours)
{
    public int Slots => OpeningHours.MinutesPerDay / Minutes;

    /// <summary>0 for Monday.</summary>
    public int WeekdayOf(int day) => ((int)FirstDay.DayOfWeek - 1 + day) % 7;
}
