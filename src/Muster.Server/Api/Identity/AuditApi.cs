using Muster.Domain.Identity;
using Muster.Server.Api.Access;
using Muster.Storage.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>The audit trail.</summary>
public static class AuditApi
{
    public static void MapAuditApi(this IEndpointRouteBuilder api) =>
        api.MapGet("/audit", ListAsync).WithTags("Audit").Requires(Permissions.AuditView).Answers<Page<AuditView>>()
            .Called("Reads the audit trail, newest first",
                "actor: part of the actor's name; entity and entity_id: exact; "
                    + "from (inclusive) and to (exclusive): ISO 8601.");

    private static async Task<IResult> ListAsync(
        HttpContext http, AuditStore store, [AsParameters] AuditQuery query, int? limit, string? cursor)
    {
        var page = PageRequest.Limit(limit);
        var before = PageRequest.Number(cursor, long.MaxValue);
        if ((page.Refused ?? before.Refused ?? query.Check()) is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        var entries = await store.ListAsync(query.Filter(), before.Value, page.Value + 1, http.RequestAborted);
        return TypedResults.Ok(PageRequest.Cut(entries, page.Value, entry => entry.Id, AuditView.Of));
    }
}
