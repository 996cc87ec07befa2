using System.Globalization;
using Muster.Domain.Identity;
using Muster.Domain.Scheduling;
using Muster.Storage;
using Muster.Storage.Scheduling;

namespace Muster.Server.Scheduling;

/// <summary>Keeps what builders find, and ends a build when its last part has ended.</summary>
public sealed class BuildKeeping(BuildStore builds, BuildPartStore parts, Database database, TimeProvider time)
{
    public TimeProvider Time => time;

    /// <summary>Says that a build has begun.</summary>
    public async Task BeginAsync(BuildId id, CancellationToken token)
    {
        await using var transaction = await OpenAsync(token);
        if (await builds.LockAsync(transaction, id, token) is { State: BuildState.Queued } build)
        {
            await builds.UpdateAsync(
                transaction,
                build with { State = BuildState.Running, Sentence = "Searching.", Version = build.Version + 1 }, token);
            await transaction.CommitAsync(token);
        }
    }

    internal async Task<BuildVerdict> SaveAsync(BuildClaim claim, BuildSave save, CancellationToken token)
    {
        var isMine = await parts.SaveAsync(database, claim, save, token);
        return isMine ? await LookAsync(claim, token) : BuildVerdict.Gone;
    }

    /// <summary>Whether the build still wants to be searched.</summary>
    internal async Task<BuildVerdict> LookAsync(BuildClaim claim, CancellationToken token) =>
        await builds.FindAsync(claim.Build, token) is not { IsOpen: true } build
            ? BuildVerdict.Gone
            : build.IsStopping ? BuildVerdict.Stop : BuildVerdict.GoOn;

    /// <summary>Keeps the last of a part; with the last part, the build has ended.</summary>
    public async Task EndAsync(BuildClaim claim, BuildSave save, CancellationToken token)
    {
        await using var transaction = await OpenAsync(token);
        var build = await builds.LockAsync(transaction, claim.Build, token);
        if (!await parts.SaveAsync(transaction, claim, save, token) || build is not { IsOpen: true })
        {
            return;
        }

        var all = await parts.ListAsync(transaction, claim.Build, token);
        if (all.All(part => part.State is "done" or "failed"))
        {
            var hasAny = all.Any(part => part.State == "done");
            await builds.UpdateAsync(
                transaction,
                build with
                {
                    State = hasAny ? BuildState.Done : BuildState.Failed,
                    Sentence = hasAny ? Sentence(all) : all[0].Sentence,
                    EndedAt = time.GetUtcNow(),
                    Version = build.Version + 1,
                },
                token);
        }

        await transaction.CommitAsync(token);
    }

    /// <summary>Lets another builder have it at once; if that cannot be said, it finds out by itself.</summary>
    public async Task GiveBackAsync(BuildClaim claim, BuildSave save, CancellationToken token)
    {
        try
        {
            await parts.SaveAsync(database, claim, save, token);
        }
        catch (OperationCanceledException)
        {
            // The node is silent from now on, and that is seen.
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            // The same.
        }
    }

    private static string Sentence(IReadOnlyList<BuildPartRow> parts)
    {
        var best = parts.Where(part => part.Cost is not null).GroupBy(part => part.Unit)
            .Select(unit => unit.MinBy(part => (part.Breaches, part.Cost))!).ToList();
        var breaches = best.Sum(part => part.Breaches ?? 0);
        var failed = parts.Count(part => part.State == "failed");
        return string.Create(CultureInfo.InvariantCulture,
            $"{best.Count} {(best.Count == 1 ? "unit" : "units")} scheduled, ")
            + (breaches == 0 ? "every rule is kept." : "with rules that could not all be kept: see what was found.")
            + (failed > 0 ? $" {failed} could not be." : "");
    }

    private Task<WriteTransaction> OpenAsync(CancellationToken token) => database.BeginAsync(
        new WriteContext(Actor.Muster("building"), time.GetUtcNow(), "builds"), token);
}
