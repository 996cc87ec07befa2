using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Directories;

namespace Muster.Server.Api.Directories;

/// <summary>What a follower of the directory needs: everything at one moment, and every change since.</summary>
public static class DirectoryFeedApi
{
    private const int UsualChanges = 500;

    public static void MapDirectoryFeedApi(this IEndpointRouteBuilder api)
    {
        var directory = api.MapGroup("/directory").WithTags(DirectoryApi.Tag).Requires(Permissions.DirectoryView);
        directory.MapGet("/changes", ReadAsync).Answers<DirectoryChangesView>()
            .Called("Reads changes of the directory after a cursor",
                "In commit order, none left out. Waits up to wait_ms for the first. 410 when the cursor cannot be gone "
                    + "on from: too old, of another timeline of the database, or ahead of it; then read a snapshot.");
        directory.MapGet("/changes/live", FollowAsync)
            .Called("Pushes changes of the directory over a WebSocket",
                "Messages are the answers of /directory/changes. Closed with 4410 when the cursor cannot be gone on "
                    + "from.");
        directory.MapGet("/snapshot", SnapshotAsync).Produces(200, contentType: "application/x-ndjson")
            .Called("Reads the whole directory at one moment",
                "A line for each object. The first line holds position, the cursor for changes, and count; the last "
                    + "one end and count: without it the answer was cut off.");
    }

    private static async Task<IResult> ReadAsync(
        HttpContext http, DirectoryFeed feed, string? after,
        [FromQuery(Name = "wait_ms"), Description("How long to wait for the first change.")] int? waitMilliseconds,
        int? limit)
    {
        var cursor = Cursor(after);
        var longest = (int)DirectoryFeed.LongestWait.TotalMilliseconds;
        var (most, wait) = (limit ?? UsualChanges, waitMilliseconds ?? 0);
        var refusal = cursor.Refused
            ?? (most is >= 1 and <= DirectoryFeed.MostChanges
                ? null : new Refusal.Invalid("limit", $"must be 1 to {DirectoryFeed.MostChanges}."))
            ?? (wait >= 0 && wait <= longest ? null : new Refusal.Invalid("wait_ms", $"must be 0 to {longest}."));
        if (refusal is not null)
        {
            return Problems.Of(refusal, http);
        }

        var page = await feed.ReadAsync(
            cursor.Value, most, TimeSpan.FromMilliseconds(wait), http.RequestAborted);
        return page.Refused is { } why
            ? Refused(http, after!, why)
            : Results.Bytes(DirectoryWire.Page(page), "application/json; charset=utf-8");
    }

    private static async Task<IResult> FollowAsync(
        HttpContext http, DirectoryFeed feed, DirectoryWatch watch, CallerCache callers, string? after)
    {
        var cursor = Cursor(after);
        if (cursor.Refused is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        if (!http.WebSockets.IsWebSocketRequest)
        {
            return Problems.Result(http, ProblemKind.Invalid,
                "This address is for WebSockets.\nMaybe use /directory/changes with wait_ms.");
        }

        // Told in the answer rather than after the handshake, where many clients do not show it.
        if ((await feed.ReadAsync(cursor.Value, 1, TimeSpan.Zero, http.RequestAborted)).Refused is { } why)
        {
            return Refused(http, after!, why);
        }

        var time = http.RequestServices.GetRequiredService<TimeProvider>();
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await new DirectoryLive(socket, feed, callers, http, time).RunAsync(cursor.Value, watch.Stopping);
        return Results.Empty;
    }

    private static async Task<IResult> SnapshotAsync(HttpContext http, DirectorySnapshots snapshots)
    {
        if (!snapshots.TryEnter())
        {
            http.Response.Headers.RetryAfter = "5";
            return Problems.Result(http, ProblemKind.TooMany,
                $"{DirectorySnapshots.Most} snapshots are being read from this node already.\nMaybe wait 5 s.");
        }

        try
        {
            await using var snapshot = await snapshots.OpenAsync(http.RequestAborted);
            await DirectoryWire.WriteAsync(snapshot, http);
            return Results.Empty;
        }
        finally
        {
            snapshots.Leave();
        }
    }

    private static Outcome<ScopePosition> Cursor(string? after) => DirectoryCursor.Parse(after) is { } position
        ? position
        : new Refusal.Invalid(
            "after", "must be a cursor: the position of a snapshot, or next of a page before, such as 1.57.");

    private static IResult Refused(HttpContext http, string cursor, string why) => Problems.Result(
        http, ProblemKind.CursorRefused,
        $"Changes cannot go on from the cursor {cursor}. {why}\nMaybe read /directory/snapshot, and go on from there.");
}
