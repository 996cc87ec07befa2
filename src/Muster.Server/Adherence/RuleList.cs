using Muster.Adherence.Rules;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence;

/// <summary>The adherence rules of a business unit. Immutable, in order of days.</summary>
public sealed class RuleList
{
    private RuleList(long version, IReadOnlyList<RuleEntry> entries)
    {
        (Version, Entries) = (version, entries);
        Versions = new RuleVersions([.. entries.Select(entry => new DatedRules(entry.From, entry.Rules))]);
    }

    /// <summary>Of a unit whose rules were never written.</summary>
    public static RuleList Empty { get; } = new(0, []);

    /// <summary>Counts the changes; 0 before the first.</summary>
    public long Version { get; }

    public IReadOnlyList<RuleEntry> Entries { get; }

    /// <summary>The same, as the engine takes them.</summary>
    public RuleVersions Versions { get; }

    /// <param name="rows">The last change of each day.</param>
    public static RuleList Of(IReadOnlyList<RuleRow> rows) => rows.Count == 0 ? Empty : new(
        rows.Max(row => row.Version),
        [.. rows.Select(RuleEntry.Of).OfType<RuleEntry>().OrderBy(entry => entry.From)]);

    /// <summary>The entry that begins on a day; null: none does.</summary>
    public RuleEntry? Find(LocalDate? from) => Entries.FirstOrDefault(entry => entry.From == from);

    /// <summary>The entry that holds on a day; null: none does.</summary>
    public RuleEntry? At(LocalDate day) =>
        Entries.LastOrDefault(entry => entry.From is not { } from || from <= day);
}
