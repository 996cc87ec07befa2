using Muster.Domain.Outcomes;
using NodaTime;

namespace Muster.Adherence.Rules;

/// <summary>The adherence rules of a business unit, as they change on certain days; in order of days.</summary>
public sealed record RuleVersions(IReadOnlyList<DatedRules> Entries)
{
    public const int MostEntries = 200;

    /// <summary>No rules at any time: nothing is mapped.</summary>
    public static RuleVersions Empty { get; } = new([]);

    /// <summary>The rules of a day; before the first entry, <see cref="AdherenceRules.None"/>.</summary>
    public AdherenceRules At(LocalDate day) =>
        Entries.LastOrDefault(entry => entry.From is not { } from || from <= day)?.Rules ?? AdherenceRules.None;

    /// <summary>Sets the rules from a day on, up to the next entry; an entry of that day is replaced.</summary>
    /// <param name="from">Null: since ever.</param>
    public RuleVersions Set(LocalDate? from, AdherenceRules rules) => new(
    [
        .. Entries.Where(entry => entry.From != from).Append(new DatedRules(from, rules)).OrderBy(entry => entry.From),
    ]);

    /// <summary>Takes the entry of a day away; what was before it goes on.</summary>
    public RuleVersions Remove(LocalDate? from) => new([.. Entries.Where(entry => entry.From != from)]);

    /// <summary>What is wrong with them; null when nothing is.</summary>
    public Refusal? Check()
    {
        var checks = new FieldChecks().That(Entries.Count <= MostEntries, "entries", $"must be at most {MostEntries}.");
        foreach (var (i, (before, next)) in Entries.Zip(Entries.Skip(1)).Index())
        {
            checks.That(next.From is { } day && (before.From is not { } first || first < day), $"entries[{i + 1}].from",
                "must be later than the one before.");
        }

        foreach (var (i, entry) in Entries.Take(MostEntries).Index())
        {
            Add(checks, $"entries[{i}].rules.", entry.Rules.Check());
        }

        return checks.Refusal;
    }

    private static void Add(FieldChecks checks, string field, Refusal? refused)
    {
        foreach (var error in refused is Refusal.Invalid invalid ? invalid.Errors : [])
        {
            checks.That(false, field + error.Field, error.Message);
        }
    }
}
