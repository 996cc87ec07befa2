using System.Text.Json;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Api.Json;
using Muster.Server.Api.Writes;
using Muster.Server.Organization;

namespace Muster.Server.Api.Organization;

/// <summary>What the routes of every kind do. Items are answered as they are: their record is their view.</summary>
public sealed class ItemEndpoint(ApiWrites writes, OrganizationItems items)
{
    public static async Task<Page<T>> ListAsync<T>(HttpContext http, OrganizationCache cache, ItemsQuery query)
        where T : OrganizationItem
    {
        var all = await cache.CurrentAsync(http.RequestAborted);
        var access = new OrganizationAccess(http.Caller(), all);
        var isAsked = query.FilterOf(all);
        return new Page<T>([.. all.Of(OrganizationKinds.Of<T>())
            .Where(item => isAsked(item) && access.MaySee(item))
            .OrderBy(item => item.Name, StringComparer.OrdinalIgnoreCase).ThenBy(item => item.Key()).Cast<T>()]);
    }

    public static async Task<IResult> GetAsync(
        HttpContext http, OrganizationCache cache, OrganizationKind kind, Guid id)
    {
        var all = await cache.CurrentAsync(http.RequestAborted);
        return all.Find(kind, id) is { } item && new OrganizationAccess(http.Caller(), all).MaySee(item)
            ? EntityTag.Answer(http, item, item.Version)
            : Problems.Of(new Refusal.NotFound(kind.Title, id.ToString()), http);
    }

    public async Task<IResult> CreateAsync(HttpContext http, OrganizationKind kind)
    {
        var fields = await ReadAsync(http);
        return await writes.RunAsync(http, async (transaction, token) =>
        {
            var id = Guid.CreateVersion7(transaction.Context.At);
            var asked = new ItemRequest(kind, id, http.Caller(), Fields: fields);
            return (await items.CreateAsync(transaction, asked, token)).Then(item => new ApiAnswer(
                201, item, $"{ApiRoot.Path}/organization/{kind.Path}/{id}", item.Version));
        });
    }

    public async Task<IResult> ChangeAsync(HttpContext http, OrganizationKind kind, Guid id)
    {
        var fields = await ReadAsync(http);
        return await writes.RunAsync(http, async (transaction, version, token) => Answer(await items.ChangeAsync(
            transaction, new ItemRequest(kind, id, http.Caller(), version, fields), token)));
    }

    public Task<IResult> RemoveAsync(HttpContext http, OrganizationKind kind, Guid id) =>
        writes.RunAsync(http, async (transaction, version, token) => Answer(await items.RemoveAsync(
            transaction, new ItemRequest(kind, id, http.Caller(), version), token)));

    public Task<IResult> RestoreAsync(HttpContext http, OrganizationKind kind, Guid id) =>
        writes.RunAsync(http, async (transaction, version, token) => Answer(await items.RestoreAsync(
            transaction, new ItemRequest(kind, id, http.Caller(), version), token)));

    private static Outcome<ApiAnswer> Answer(Outcome<OrganizationItem> written) =>
        written.Then(item => new ApiAnswer(200, item, Version: item.Version));

    // By hand and not by binding: what the fields are is known to the kind, and to nobody else.
    internal static async Task<JsonElement> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException("Not JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<JsonElement>(
                http.Request.Body, ApiJson.Options, http.RequestAborted);
        }
        catch (JsonException fault)
        {
            throw new BadHttpRequestException("Not valid JSON.", fault);
        }
    }
}
