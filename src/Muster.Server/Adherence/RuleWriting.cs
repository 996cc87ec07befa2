using Muster.Adherence.Rules;
using Muster.Domain.Outcomes;
using Muster.Server.Identity;
using Muster.Server.Organization;
using Muster.Storage;
using Muster.Storage.Adherence;

namespace Muster.Server.Adherence;

/// <summary>
/// Sets and removes entries of adherence rules. One transaction at a time does, so what is checked is checked against
/// the rules as they are.
/// </summary>
public sealed class RuleWriting(RuleStore store, OrganizationCache organization, Audit audit)
{
    /// <summary>Mappings and activities of all entries of a unit together: every node holds them.</summary>
    public const int MostRows = 50_000;

    private const string Title = "list of adherence rules";

    public async Task<Outcome<RuleList>> SetAsync(
        WriteTransaction transaction, RuleWish wish, AdherenceRules rules, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        if ((rules.Check() ?? RuleChecks.Activities(rules, known, wish.Unit)) is { } wrong)
        {
            return wrong;
        }

        var locked = await LockAsync(transaction, wish, token);
        if (locked.Refused is { } refusal)
        {
            return refusal;
        }

        var (rows, list) = locked.Value;
        return CheckSize(list.Versions.Set(wish.From, rules)) is { } full
            ? full
            : await AppendAsync(transaction, rows, Row(transaction, wish, RulesJson.Write(rules)), token);
    }

    public async Task<Outcome<RuleList>> RemoveAsync(
        WriteTransaction transaction, RuleWish wish, CancellationToken token)
    {
        var locked = await LockAsync(transaction, wish, token);
        return locked.Refused is { } refusal ? refusal
            : locked.Value.List.Find(wish.From) is null
            ? new Refusal.NotFound("entry of adherence rules from", RuleDay.Write(wish.From))
            : await AppendAsync(transaction, locked.Value.Rows, Row(transaction, wish, null), token);
    }

    private async Task<Outcome<(IReadOnlyList<RuleRow> Rows, RuleList List)>> LockAsync(
        WriteTransaction transaction, RuleWish wish, CancellationToken token)
    {
        var rows = await store.LockAsync(transaction, wish.Unit.Id, token);
        var list = RuleList.Of(rows);
        return list.Version == wish.ExpectedVersion
            ? (rows, list)
            : new Refusal.Stale(Title, wish.ExpectedVersion, list.Version);
    }

    private static RuleRow Row(WriteTransaction transaction, RuleWish wish, string? rules) => new(
        wish.Unit.Id, wish.ExpectedVersion + 1, wish.From, rules, transaction.Context.Actor.Name,
        transaction.Context.At);

    private static Refusal.Conflict? CheckSize(RuleVersions versions) =>
        versions.Entries.Count > RuleVersions.MostEntries
            ? new Refusal.Conflict(
                $"There are {RuleVersions.MostEntries} entries already.\nMaybe remove one that no day needs any more.")
        : versions.Entries.Sum(entry => entry.Rules.Mappings.Count + entry.Rules.Activities.Count) > MostRows
            ? new Refusal.Conflict(
                $"The entries of a business unit have at most {MostRows} mappings and activities together.\n"
                + "Maybe remove entries that no day needs any more.")
        : null;

    private async Task<Outcome<RuleList>> AppendAsync(
        WriteTransaction transaction, IReadOnlyList<RuleRow> before, RuleRow row, CancellationToken token)
    {
        await store.AppendAsync(transaction, row, token);
        var replaced = before.FirstOrDefault(one => one.From == row.From);
        var list = RuleList.Of([.. before.Where(one => one.From != row.From), row]);
        await audit.AppendAsync(
            transaction,
            new AuditSubject(
                row.Rules is null ? "removed" : replaced?.Rules is null ? "created" : "changed",
                RuleStore.Entity, row.Unit.Value.ToString("D")),
            replaced is null ? null : RuleEntry.Of(replaced),
            RuleEntry.Of(row),
            token);
        return list;
    }
}
