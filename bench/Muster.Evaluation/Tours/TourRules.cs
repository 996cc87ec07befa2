namespace Muster.Evaluation.Tours;

/// <summary>
/// The rules that hold for every tour instance and stand in none of the files; read off the published description
/// (schedulingbenchmarks.org/matsp; Qu and Curtois, ICORES 2020) and a published solver for it. Slots are quarters of
/// an hour; slot 0 is 06:00 of calendar day 1, and the horizon ends at 06:00 of the day after the last.
/// </summary>
public static class TourRules
{
    public const int SlotMinutes = 15;

    public const int SlotsPerDay = 96;

    public const int MaxConsecutiveDays = 5;

    public const int MinShiftSlots = 24;

    public const int MaxShiftSlots = 40;

    public const int MinRestSlots = 56;

    public const int MinStretchSlots = 4;

    private const int FirstSlotOfClock = 24;

    /// <summary>From 1; days change at midnight.</summary>
    public static int DayOf(int slot) => ((slot + FirstSlotOfClock) / SlotsPerDay) + 1;

    /// <summary>Slots since midnight.</summary>
    public static int ClockOf(int slot) => (slot + FirstSlotOfClock) % SlotsPerDay;

    /// <returns>Negative before the horizon.</returns>
    public static int SlotOf(int day, int clock) => ((day - 1) * SlotsPerDay) + clock - FirstSlotOfClock;

    /// <summary>Midnight, 06:00 to 10:00, 14:00 to 18:00, 20:00 to midnight.</summary>
    public static bool MayStart(int slot) =>
        ClockOf(slot) is 0 or (>= 24 and <= 40) or (>= 56 and <= 72) or >= 80;
}
