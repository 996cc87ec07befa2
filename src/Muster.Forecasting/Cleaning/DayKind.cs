namespace Muster.Forecasting.Cleaning;

/// <summary>What a day of the past is to a model.</summary>
internal enum DayKind
{
    /// <summary>The week has no opening hours on that weekday.</summary>
    NotOpen,

    /// <summary>Open as usual, with numbers.</summary>
    Ordinary,

    /// <summary>Special by the calendar, with numbers.</summary>
    Special,

    /// <summary>Closed by the calendar.</summary>
    Closed,

    /// <summary>No numbers, or too few of them.</summary>
    Missing,
}
