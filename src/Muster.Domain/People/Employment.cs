using Muster.Domain.Sources;
using NodaTime;

namespace Muster.Domain.People;

/// <summary>
/// When somebody was and is employed: periods in order, which do not overlap. Being terminated, reinstated or hired
/// again are ordinary events; what was stays.
/// </summary>
public sealed record Employment(IReadOnlyList<EmploymentPeriod> Periods)
{
    public static Employment None { get; } = new([]);

    public EmploymentPeriod? Last => Periods.Count == 0 ? null : Periods[^1];

    public bool IsActiveOn(LocalDate day) => Periods.Any(period => period.Contains(day));

    /// <summary>Ends it on a day; what ended before that stays so.</summary>
    public Employment Terminate(LocalDate on) => Last switch
    {
        null => this,
        { End: { } end } when end <= on => this,
        var last => WithLast(last with { End = LocalDate.Max(last.Start, on) }),
    };

    /// <summary>Employs again from a day on. On the day of the end, or before, the old period goes on.</summary>
    public Employment Reinstate(LocalDate on, string? number) => Last switch
    {
        null => new([new EmploymentPeriod(on, null, number)]),
        { End: null } => this,
        var last when last.End >= on => WithLast(last with { End = null }),
        _ => new([.. Periods, new EmploymentPeriod(on, null, number)]),
    };

    /// <summary>Another contract: the old one ends where the new one begins.</summary>
    public Employment Rehire(LocalDate on, string? number)
    {
        var before = Terminate(on);
        var start = before.Last?.End is { } end ? LocalDate.Max(end, on) : on;
        return new([.. before.Periods, new EmploymentPeriod(start, null, number)]);
    }

    /// <summary>What a directory makes of it that says this of the person.</summary>
    /// <param name="today">Where the person works.</param>
    public Employment Follow(SourcePerson said, LocalDate today)
    {
        var number = said.EmployeeNumber;
        var isOther = Last?.EmployeeNumber is { } old && number is not null && old != number;
        var begun = isOther ? Rehire(said.HiredOn ?? today, number)
            : Last is null ? new([new EmploymentPeriod(said.HiredOn ?? today, null, number)])
            : WithLast(Last with { EmployeeNumber = number ?? Last.EmployeeNumber });
        return begun.FollowEnd(said, today).FollowStart(said);
    }

    public bool Equals(Employment? other) => other is not null && Periods.SequenceEqual(other.Periods);

    public override int GetHashCode() => Last?.GetHashCode() ?? 0;

    private Employment FollowEnd(SourcePerson said, LocalDate today) => (said.IsActive, said.TerminatedOn) switch
    {
        (true, null) => Reinstate(said.HiredOn > Last?.End ? said.HiredOn.Value : today, said.EmployeeNumber),
        (true, { } end) => Reinstate(today, said.EmployeeNumber).EndOn(end),
        (false, { } end) => EndOn(LocalDate.Min(end, today)),
        (false, null) => Terminate(today),
    };

    // Only of the last period, and never back into the one before it.
    private Employment FollowStart(SourcePerson said) =>
        said.HiredOn is { } start && Last is { } last && last.Start != start
            && (last.End is null || start <= last.End)
            && (Periods.Count < 2 || Periods[^2].End <= start)
            ? WithLast(last with { Start = start })
            : this;

    private Employment EndOn(LocalDate end) => WithLast(Last! with { End = LocalDate.Max(Last.Start, end) });

    private Employment WithLast(EmploymentPeriod last) => new([.. Periods.Take(Periods.Count - 1), last]);
}
