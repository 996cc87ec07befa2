using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>A row on the clock of its day.</summary>
/// <param name="IsAgain">It began when the clocks showed that time for the second time.</param>
internal readonly record struct ReadRow(LocalDate Date, int Minute, bool IsAgain, double Volume) : IComparable<ReadRow>
{
    public bool IsCount => double.IsFinite(Volume) && Volume >= 0;

    public int CompareTo(ReadRow other)
    {
        var date = Date.CompareTo(other.Date);
        var minute = date != 0 ? date : Minute.CompareTo(other.Minute);
        return minute != 0 ? minute : IsAgain.CompareTo(other.IsAgain);
    }

    public bool IsSameInterval(ReadRow other) => CompareTo(other) == 0;
}
