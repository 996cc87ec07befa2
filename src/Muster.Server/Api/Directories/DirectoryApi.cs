using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Domain.Sources;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Directories;
using Muster.Storage.Directories;

namespace Muster.Server.Api.Directories;

/// <summary>The objects of the directory: the same requests for each kind.</summary>
public static class DirectoryApi
{
    public const string Tag = "Directory";

    // Bound for the description only; see ExternalIdOf.
    private const string Id = "external_id";
    private const int MostItems = 1000;
    private const int LargestBulk = 32 * 1024 * 1024;

    public static void MapDirectoryApi(this IEndpointRouteBuilder api)
    {
        Map<SourceTenant>(api, ObjectKind.Tenant, "tenant", "tenants");
        Map<SourceTimeZone>(api, ObjectKind.TimeZone, "time zone", "time zones");
        Map<SourceSwitch>(api, ObjectKind.Switch, "switch", "switches");
        Map<SourceSkill>(api, ObjectKind.Skill, "skill", "skills");
        Map<SourceSite>(api, ObjectKind.Site, "site", "sites");
        Map<SourcePerson>(api, ObjectKind.Person, "person", "people");
    }

    private static void Map<TContent>(IEndpointRouteBuilder api, ObjectKind kind, string one, string many)
        where TContent : SourceContent
    {
        var objects = api.MapGroup($"/directory/{DirectoryPaths.Of(kind)}").WithTags(Tag);
        objects.MapGet("/", (HttpContext http, DirectoryStore store, [AsParameters] DirectoryQuery query) =>
                ListAsync(http, store, kind, query))
            .Requires(Permissions.DirectoryView).Answers<Page<DirectoryEntryView>>()
            .Called($"Lists {many} of the directory", "By external id.");
        objects.MapGet($"/{{{Id}}}", (HttpContext http, [FromRoute(Name = Id)] string _, DirectoryStore store) =>
                GetAsync(http, store, kind))
            .Requires(Permissions.DirectoryView).Answers<DirectoryEntryView>()
            .Called($"Reads a {one} of the directory", "One that was removed has null for its content.");
        objects.MapPut($"/{{{Id}}}",
                (HttpContext http, [FromRoute(Name = Id)] string _, ApiWrites writes, DirectoryWork work) =>
                    work.PutAsync(http, writes, kind))
            .Requires(Permissions.DirectoryEdit).Accepts<TContent>("application/json").Answers<DirectoryEntryView>()
            .Answers<DirectoryEntryView>(201)
            .Called($"Writes a {one} as it is to be",
                "As a whole. With If-Match only if that is its version. What changes nothing makes no version.");
        objects.MapDelete($"/{{{Id}}}",
                (HttpContext http, [FromRoute(Name = Id)] string _, ApiWrites writes, DirectoryWork work) =>
                    work.RemoveAsync(http, writes, kind))
            .Requires(Permissions.DirectoryEdit).AnswersNothing()
            .Called($"Removes a {one}", "It stays as removed, and may come back.");
        objects.MapPost("/bulk",
                (HttpContext http, ApiWrites writes, DirectoryWork work, DirectoryBulkBody body) =>
                    work.BulkAsync(http, writes, kind, body))
            .Requires(Permissions.DirectoryEdit).Answers<DirectoryBulkView>()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBulk))
            .Called($"Writes and removes up to {MostItems} {many} at once",
                "In one transaction. What is wrong is refused, each with its reason; the rest goes in.");
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, DirectoryStore store, ObjectKind kind, DirectoryQuery query)
    {
        var limit = PageRequest.Limit(query.Limit);
        var after = PageRequest.Text(query.Cursor);
        var tenant = new FieldChecks().Text("tenant", query.Tenant, 0, ExternalId.Longest).Refusal;
        if ((limit.Refused ?? after.Refused ?? tenant) is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        var filter = new DirectoryFilter(kind, query.Tenant ?? "", query.IncludeRemoved ?? false);
        var entries = await store.ListAsync(filter, after.Value, limit.Value + 1, http.RequestAborted);
        return TypedResults.Ok(
            PageRequest.Cut(entries, limit.Value, entry => entry.ExternalId, DirectoryEntryView.Of));
    }

    private static async Task<IResult> GetAsync(HttpContext http, DirectoryStore store, ObjectKind kind)
    {
        var id = ExternalIdOf(http);
        var entry = ExternalId.Fault(id) is null ? await store.FindAsync(kind, id, http.RequestAborted) : null;
        return entry is null
            ? Problems.Of(new Refusal.NotFound(SourceJson.Name(kind).Replace('_', ' '), id), http)
            : EntityTag.Answer(http, DirectoryEntryView.Of(entry), entry.Version);
    }

    // From the address as it was sent: what the framework gives tells a slash within an id from nothing else.
    internal static string ExternalIdOf(HttpContext http)
    {
        var path = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0].TrimEnd('/');
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }

    internal static Refusal? CheckCount(DirectoryBulkBody body) => new FieldChecks().That(
        body.Items.Count is >= 1 and <= MostItems, "items", $"must be 1 to {MostItems}. Maybe send several bulks.")
        .Refusal;
}
