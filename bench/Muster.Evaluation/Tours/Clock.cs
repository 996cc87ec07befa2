using System.Globalization;

namespace Muster.Evaluation.Tours;

/// <summary>Times of day, in slots since midnight.</summary>
internal static class Clock
{
    private const int SlotsPerHour = 60 / TourRules.SlotMinutes;

    public static int Slot(SectionRow row, string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && time.Minute % TourRules.SlotMinutes == 0
            ? (time.Hour * SlotsPerHour) + (time.Minute / TourRules.SlotMinutes)
            : throw row.Wrong($"has '{text}', which is no quarter of an hour.");

    public static string Text(int slot) => string.Create(
        CultureInfo.InvariantCulture,
        $"{slot / SlotsPerHour:00}:{slot % SlotsPerHour * TourRules.SlotMinutes:00}");
}
