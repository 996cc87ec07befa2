using System.Globalization;
using Muster.Scheduling.Problem;

namespace Muster.Server.Scheduling;

/// <summary>
/// Shifts of an earlier schedule as options of their own: with each break where it was, whatever the work plan says by
/// now. They are added to a catalogue, each once.
/// </summary>
internal sealed class KeptOptions(List<ShiftOption> catalogue)
{
    private readonly Dictionary<string, int> _known = [];

    /// <summary>Every number of a shift that the grid of intervals has to divide.</summary>
    public static IEnumerable<int> Minutes(IReadOnlyList<int> shift) =>
        [shift[1], shift[2], .. shift.Skip(3).Where((_, at) => at % 2 == 1)];

    public int Of(BuiltSchedule schedule, IReadOnlyList<int> shift, int dayMinutes)
    {
        var pauses = PausesOf(schedule, shift).ToList();
        var key = string.Create(CultureInfo.InvariantCulture, $"{shift[1]} {shift[2]} {dayMinutes} ")
            + string.Join(' ', pauses.Select(pause => $"{pause.EarliestAfterStart}+{pause.Minutes}{pause.Paid}"));
        if (!_known.TryGetValue(key, out var option))
        {
            option = catalogue.Count;
            _known[key] = option;
            catalogue.Add(new ShiftOption
            {
                Name = string.Create(CultureInfo.InvariantCulture,
                    $"{shift[1] / 60:00}:{shift[1] % 60:00}+{shift[2] / 60}:{shift[2] % 60:00}"),
                Start = shift[1],
                Length = shift[2],
                DayMinutes = dayMinutes,
                Breaks = pauses,
            });
        }

        return option;
    }

    private static IEnumerable<ShiftBreak> PausesOf(BuiltSchedule schedule, IReadOnlyList<int> shift)
    {
        for (var (at, begin) = (3, 0); at + 1 < shift.Count; begin += shift[at + 1], at += 2)
        {
            if (schedule.Activities[shift[at]] is { Kind: BuiltActivity.Pause } activity)
            {
                yield return new ShiftBreak
                {
                    Name = activity.Name,
                    Minutes = shift[at + 1],
                    Paid = activity.Paid,
                    EarliestAfterStart = begin,
                    LatestAfterStart = begin,
                };
            }
        }
    }
}
