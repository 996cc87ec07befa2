using NodaTime;

namespace Muster.Domain.People;

/// <summary>
/// A value that changes on certain days, such as the team of an agent. Immutable, in the order of the days.
/// </summary>
public sealed record DatedList<T>(IReadOnlyList<Dated<T>> Entries)
    where T : struct
{
    /// <summary>What holds from the last of the days on.</summary>
    public T? Latest => Entries.Count == 0 ? null : Entries[^1].Value;

    /// <summary>The value on a day; null before the first, and where nothing holds.</summary>
    public T? At(LocalDate day) => Entries.LastOrDefault(entry => entry.From <= day)?.Value;

    /// <summary>Sets it from a day on; what was to follow later is dropped.</summary>
    public DatedList<T> Set(LocalDate from, T? value)
    {
        var before = Entries.TakeWhile(entry => entry.From < from).ToList();
        return Equals(before.LastOrDefault()?.Value, value) ? new(before) : new([.. before, new Dated<T>(from, value)]);
    }

    public bool Equals(DatedList<T>? other) => other is not null && Entries.SequenceEqual(other.Entries);

    public override int GetHashCode() => Entries.Count == 0 ? 0 : Entries[^1].GetHashCode();
}
