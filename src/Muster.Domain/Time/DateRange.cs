using NodaTime;

namespace Muster.Domain.Time;

/// <summary>Days from a first one up to, not including, an end: <c>[start, end)</c>.</summary>
public readonly record struct DateRange
{
    /// <param name="end">Null: it goes on.</param>
    /// <exception cref="ArgumentException">The end is not after the start: it would hold no day.</exception>
    public DateRange(LocalDate start, LocalDate? end = null)
    {
        if (end <= start)
        {
            throw new ArgumentException($"The end {end:uuuu-MM-dd} is not after the start {start:uuuu-MM-dd}.");
        }

        (Start, End) = (start, end);
    }

    /// <summary>The first day in it.</summary>
    public LocalDate Start { get; }

    /// <summary>The first day after it; null: it goes on.</summary>
    public LocalDate? End { get; }

    /// <summary>The days from one date up to another; null when there are none.</summary>
    public static DateRange? Between(LocalDate start, LocalDate? end) =>
        end <= start ? null : new DateRange(start, end);

    public bool Contains(LocalDate date) => date >= Start && (End is not { } end || date < end);

    public bool Contains(DateRange other) => other.Start >= Start && (End is null || other.End <= End);

    public bool Overlaps(DateRange other) => Clip(other) is not null;

    /// <summary>What lies in both; null when nothing does.</summary>
    public DateRange? Clip(DateRange other)
    {
        var start = LocalDate.Max(Start, other.Start);
        return (End, other.End) switch
        {
            ({ } one, { } two) => Between(start, LocalDate.Min(one, two)),
            var (one, two) => Between(start, one ?? two),
        };
    }

    public override string ToString() =>
        End is { } end ? $"[{Start:uuuu-MM-dd}, {end:uuuu-MM-dd})" : $"[{Start:uuuu-MM-dd}, ...)";
}
