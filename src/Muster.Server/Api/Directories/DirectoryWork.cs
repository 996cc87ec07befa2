using System.Text.Json;
using Muster.Domain.Outcomes;
using Muster.Domain.Sources;
using Muster.Server.Api.Json;
using Muster.Server.Api.Writes;
using Muster.Server.Directories;
using Muster.Server.Identity;
using Muster.Storage;

namespace Muster.Server.Api.Directories;

/// <summary>Requests that write to the directory.</summary>
public sealed class DirectoryWork(DirectoryWrites directory, Audit audit)
{
    public async Task<IResult> PutAsync(HttpContext http, ApiWrites writes, ObjectKind kind)
    {
        var content = await ReadAsync(http);
        var expected = Expected(http);
        return expected.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : await WriteAsync(
                http, writes, kind,
                DirectoryBodies.Read(kind, DirectoryApi.ExternalIdOf(http), content, expected.Value));
    }

    public Task<IResult> RemoveAsync(HttpContext http, ApiWrites writes, ObjectKind kind)
    {
        var expected = Expected(http);
        return expected.Refused is { } refusal
            ? Task.FromResult(Problems.Of(refusal, http))
            : WriteAsync(
                http, writes, kind,
                new DirectoryItem(1, DirectoryApi.ExternalIdOf(http), null) { ExpectedVersion = expected.Value });
    }

    public Task<IResult> BulkAsync(HttpContext http, ApiWrites writes, ObjectKind kind, DirectoryBulkBody body) =>
        writes.RunAsync(http, async (transaction, token) =>
        {
            if (DirectoryApi.CheckCount(body) is { } refusal)
            {
                return refusal;
            }

            var items = body.Items.Select((sent, at) => DirectoryBodies.ReadItem(kind, at + 1, sent)).ToList();
            var view = DirectoryBulkView.Of(await directory.WriteAsync(transaction, kind, items, token));
            if (view.Unchanged + view.Refused < items.Count)
            {
                // The change log tells each; the audit trail, who sent how many.
                await audit.AppendAsync(
                    transaction, new AuditSubject("wrote in bulk", Entity(kind), "bulk"), null,
                    new { view.Created, view.Updated, view.Removed, view.Unchanged, view.Refused }, token);
            }

            return new ApiAnswer(200, view);
        });

    private static string Entity(ObjectKind kind) => $"directory_{SourceJson.Name(kind)}";

    private static Outcome<long?> Expected(HttpContext http) => http.Request.Headers.IfMatch.Count == 0
        ? (long?)null
        : EntityTag.Expected(http).Then(version => (long?)version);

    // Not bound by the framework: that would tell of a JSON element where the content is described.
    private static async Task<JsonElement> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The body is not JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return await http.Request.ReadFromJsonAsync<JsonElement>(ApiJson.Options, http.RequestAborted);
        }
        catch (JsonException fault)
        {
            throw new BadHttpRequestException("The body is not JSON.", StatusCodes.Status400BadRequest, fault);
        }
    }

    private Task<IResult> WriteAsync(HttpContext http, ApiWrites writes, ObjectKind kind, DirectoryItem item) =>
        writes.RunAsync(http, async (transaction, token) =>
        {
            var result = (await directory.WriteAsync(transaction, kind, [item], token))[0];
            if (item.Refusal is { } refusal)
            {
                return refusal;
            }

            await AuditAsync(transaction, result, token);
            return Answer(result);
        });

    private async Task AuditAsync(WriteTransaction transaction, DirectoryResult result, CancellationToken token)
    {
        if (result is { After: { } after, Outcome: not DirectoryOutcome.Unchanged })
        {
            var subject = new AuditSubject(
                result.Outcome.ToString().ToLowerInvariant(), Entity(after.Kind), after.ExternalId);
            await audit.AppendAsync(
                transaction, subject, result.Before is { } before ? DirectoryEntryView.Of(before) : null,
                DirectoryEntryView.Of(after), token);
        }
    }

    private static ApiAnswer Answer(DirectoryResult result)
    {
        var after = result.After!;
        return after.IsGone
            ? ApiAnswer.NoContent
            : result.Outcome == DirectoryOutcome.Created
                ? new ApiAnswer(
                    201, DirectoryEntryView.Of(after), DirectoryPaths.Of(after.Kind, after.ExternalId), after.Version)
            : new ApiAnswer(200, DirectoryEntryView.Of(after), Version: after.Version);
    }
}
