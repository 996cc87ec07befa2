using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Adherence.Tests.Proof;

/// <summary>A schedule painted second by second: what is painted last is seen.</summary>
internal sealed class Painting
{
    private readonly sbyte[] _codes;
    private readonly sbyte[] _days;
    private readonly int[] _before;
    private readonly int[] _after;

    /// <param name="days">One version of each day, in the order of days.</param>
    /// <param name="from">The second of index 0, since 1970.</param>
    public Painting(Facts facts, IReadOnlyList<ScheduleVersion> days, long from, int count)
    {
        (_codes, _days, _before, _after) = (new sbyte[count], new sbyte[count], new int[count], new int[count]);
        Array.Fill(_codes, (sbyte)-1);
        Array.Fill(_days, (sbyte)-1);
        foreach (var (one, day) in InOrder(days))
        {
            var code = (sbyte)facts.IndexOf(one.Code);
            var end = one.End.ToUnixTimeSeconds() - from;
            for (var i = Math.Max(0, one.Start.ToUnixTimeSeconds() - from); i < Math.Min(count, end); i++)
            {
                (_codes[i], _days[i]) = (code, (sbyte)day);
            }
        }

        for (var i = 0; i < count; i++)
        {
            _before[i] = i == 0 ? 0 : _codes[i] != _codes[i - 1] ? i : _before[i - 1];
        }

        for (var i = count - 1; i >= 0; i--)
        {
            _after[i] = i == count - 1 ? count : _codes[i] != _codes[i + 1] ? i + 1 : _after[i + 1];
        }
    }

    /// <summary>The index of the activity; -1: nothing is scheduled.</summary>
    public int this[int second] => _codes[second];

    /// <summary>The index of the day that painted a second; -1: nothing did.</summary>
    public int DayAt(int second) => _days[second];

    /// <summary>When what is scheduled began; null: it is as far back as is painted.</summary>
    public int? BoundaryBefore(int second) => _before[second] > 0 ? _before[second] : null;

    /// <summary>When something else is scheduled; null: not as far as is painted.</summary>
    public int? BoundaryAfter(int second) => _after[second] < _codes.Length ? _after[second] : null;

    /// <summary>What is scheduled after a moment, looked for minute by minute.</summary>
    public static (Instant? At, ActivityCodeId? Code) Next(IReadOnlyList<ScheduleVersion> days, Instant now)
    {
        var all = InOrder(days).Select(one => one.Activity).ToList();
        var current = Top(now);
        var last = all.Select(one => one.End).Append(now).Max();
        var minute = Instant.FromUnixTimeSeconds((now.ToUnixTimeSeconds() / 60 * 60) + 60);
        for (; minute <= last; minute += Duration.FromMinutes(1))
        {
            if (Top(minute) != current)
            {
                return (minute, Top(minute));
            }
        }

        return (null, null);

        ActivityCodeId? Top(Instant at) => all.FindLast(one => one.Start <= at && at < one.End) is { Minutes: > 0 } top
            ? top.Code
            : null;
    }

    private static IEnumerable<(PlannedActivity Activity, int Day)> InOrder(IReadOnlyList<ScheduleVersion> days) =>
        days.Index().SelectMany(day => day.Item.Content.Activities.Select(one => (Activity: one, Day: day.Index)))
            .OrderBy(one => one.Activity.Layer).ThenBy(one => one.Activity.Start);
}
