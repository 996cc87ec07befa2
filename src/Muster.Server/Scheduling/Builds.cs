using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.Scheduling;
using Muster.Server.Identity;
using Muster.Server.Organization;
using Muster.Storage;
using Muster.Storage.Demand;
using Muster.Storage.Scheduling;

namespace Muster.Server.Scheduling;

/// <summary>Asks for builds, and ends them: with what is there, or with nothing.</summary>
public sealed class Builds(
    BuildStore store, ForecastStore forecasts, EarlierChecks earlier, OrganizationCache organization, Audit audit)
{
    private const string Title = "build";

    /// <summary>The build that is asked for; without units, of all that the business unit has.</summary>
    public async Task<Outcome<ScheduleBuild>> CreateAsync(
        WriteTransaction transaction, ScheduleBuild asked, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        var all = known.ManagementUnits.InUse.Where(unit => unit.BusinessUnitId == asked.BusinessUnit).ToList();
        var unknown = asked.ManagementUnits.Where(id => all.All(unit => unit.Id != id)).Select(id => $"{id}").ToList();
        if (unknown.Count > 0)
        {
            return new Refusal.Invalid("management_unit_ids",
                $"names no management unit of the business unit: {string.Join(", ", unknown)}.");
        }

        if (await forecasts.FindAsync(asked.Forecast, token) is not { } forecast
            || forecast.BusinessUnit != asked.BusinessUnit)
        {
            return new Refusal.Invalid("forecast_id", $"names no forecast of the business unit: {asked.Forecast}.");
        }

        if (known.BusinessUnits.Find(asked.BusinessUnit) is not { } business)
        {
            return new Refusal.NotFound(OrganizationKinds.BusinessUnit.Title, asked.BusinessUnit.ToString());
        }

        var complete = await earlier.CompleteAsync(asked, [.. all.Select(unit => unit.Id)], token);
        var build = (complete.Refused is null ? complete.Value : asked) with { Sentence = "Waits for a free builder." };
        if ((complete.Refused ?? build.Check(business)) is { } refusal)
        {
            return refusal;
        }

        await store.InsertAsync(transaction, build, token);
        await NoteAsync(transaction, "asked for", build, token);
        return build;
    }

    /// <summary>Enough: what is there is kept, as if the time were up.</summary>
    public Task<Outcome<ScheduleBuild>> StopAsync(
        WriteTransaction transaction, BuildId id, CancellationToken token) =>
        EndAsync(transaction, id, "stopped", build => build.State == BuildState.Queued
            ? build with
            {
                State = BuildState.Cancelled,
                Sentence = "Stopped before it began.",
                EndedAt = transaction.Context.At,
            }
            : build with { IsStopping = true, Sentence = "Stopping; the best is kept." }, token);

    /// <summary>Nothing more is searched; nothing counts.</summary>
    public Task<Outcome<ScheduleBuild>> CancelAsync(
        WriteTransaction transaction, BuildId id, CancellationToken token) =>
        EndAsync(transaction, id, "cancelled", build => build with
        {
            State = BuildState.Cancelled,
            Sentence = "Cancelled.",
            EndedAt = transaction.Context.At,
        }, token);

    public async Task<Outcome<ScheduleBuild>> RemoveAsync(
        WriteTransaction transaction, BuildId id, CancellationToken token)
    {
        if (await store.LockAsync(transaction, id, token) is not { } build)
        {
            return new Refusal.NotFound(Title, id.ToString());
        }

        var gone = build with { Version = build.Version + 1 };
        await store.RemoveAsync(transaction, gone, token);
        await NoteAsync(transaction, "removed", gone, token);
        return gone;
    }

    private async Task<Outcome<ScheduleBuild>> EndAsync(
        WriteTransaction transaction, BuildId id, string action, Func<ScheduleBuild, ScheduleBuild> change,
        CancellationToken token)
    {
        if (await store.LockAsync(transaction, id, token) is not { } build)
        {
            return new Refusal.NotFound(Title, id.ToString());
        }

        if (!build.IsOpen)
        {
            return new Refusal.Conflict($"It has ended already: {build.Sentence}");
        }

        var after = change(build) with { Version = build.Version + 1 };
        await store.UpdateAsync(transaction, after, token);
        await NoteAsync(transaction, action, after, token);
        return after;
    }

    private Task NoteAsync(
        WriteTransaction transaction, string action, ScheduleBuild build, CancellationToken token) =>
        audit.AppendAsync(
            transaction, new AuditSubject(action, Title, build.Id.ToString()), null,
            new { build.Name, build.FirstDay, build.Weeks, build.State }, token);
}
