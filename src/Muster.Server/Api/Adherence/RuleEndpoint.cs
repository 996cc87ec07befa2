using Muster.Adherence.Rules;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Adherence;
using Muster.Server.Api.Demand;
using Muster.Server.Api.Writes;
using Muster.Server.Organization;
using Muster.Storage;
using Muster.Storage.Adherence;

namespace Muster.Server.Api.Adherence;

/// <summary>What is done with the adherence rules of a business unit, by callers who may.</summary>
public sealed class RuleEndpoint(
    PlanningAccess access, ApiWrites writes, RuleWriting writing, RuleCache cache, RuleStore store,
    OrganizationCache organization)
{
    public Task<IResult> ListAsync(HttpContext http, Guid unit) => SeeAsync(http, unit, async found =>
    {
        var list = (await cache.CurrentAsync(http.RequestAborted)).Of(found.Id);
        return EntityTag.Answer(http, RuleListView.Of(found.Id, list), list.Version);
    });

    public Task<IResult> SetAsync(HttpContext http, Guid unit, string day, AdherenceRules rules) =>
        ChangeAsync(http, unit, day, (transaction, wish, token) =>
            writing.SetAsync(transaction, wish, rules, token));

    public Task<IResult> RemoveAsync(HttpContext http, Guid unit, string day) =>
        ChangeAsync(http, unit, day, writing.RemoveAsync);

    public Task<IResult> HistoryAsync(HttpContext http, Guid unit, HistoryPartQuery query) =>
        SeeAsync(http, unit, async found =>
        {
            var before = PageRequest.Number(query.Cursor, long.MaxValue);
            var limit = PageRequest.Limit(query.Limit);
            return (before.Refused ?? limit.Refused) is { } refusal
                ? Problems.Of(refusal, http)
                : TypedResults.Ok(PageRequest.Cut(
                    await store.HistoryAsync(found.Id, before.Value, limit.Value + 1, http.RequestAborted),
                    limit.Value, row => row.Version, RuleChangeView.Of));
        });

    public Task<IResult> VersionAsync(HttpContext http, Guid unit, long version) =>
        SeeAsync(http, unit, async found =>
            await store.FindAsync(found.Id, version, http.RequestAborted) is { } row
                ? TypedResults.Ok(RuleVersionView.Of(row))
                : Problems.Of(new Refusal.NotFound("version of the adherence rules", $"{version}"), http));

    public Task<IResult> TryAsync(HttpContext http, Guid unit, TryBody body) => SeeAsync(http, unit, async found =>
    {
        var known = await organization.CurrentAsync(http.RequestAborted);
        var list = (await cache.CurrentAsync(http.RequestAborted)).Of(found.Id);
        var tried = RuleTrying.Try(body, found, known, list);
        return tried.Refused is { } refusal ? Problems.Of(refusal, http) : TypedResults.Ok(tried.Value);
    });

    private Task<IResult> SeeAsync(HttpContext http, Guid unit, Func<BusinessUnit, Task<IResult>> work) =>
        access.InUnitAsync(http, unit, Permissions.AdherenceView, work);

    private Task<IResult> ChangeAsync(
        HttpContext http, Guid unit, string day,
        Func<WriteTransaction, RuleWish, CancellationToken, Task<Outcome<RuleList>>> change) =>
        access.InUnitAsync(http, unit, Permissions.AdherenceRules, found => RuleDay.Read(day) switch
        {
            { Refused: { } refusal } => Task.FromResult(Problems.Of(refusal, http)),
            { Value: var from } => writes.RunAsync(http, async (transaction, version, token) =>
                (await change(transaction, new RuleWish(found, from, version), token)).Then(list => new ApiAnswer(
                    200, RuleListView.Of(found.Id, list), Version: list.Version))),
        });
}
