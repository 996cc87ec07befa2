using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Synchronization;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Synchronization;
using Muster.Storage.Synchronization;

namespace Muster.Server.Api.Synchronization;

/// <summary>Sources, their runs, and what people should look at.</summary>
public static class SynchronizationApi
{
    private const int RunsShown = 50;

    public static void MapSynchronizationApi(this IEndpointRouteBuilder api)
    {
        var sync = api.MapGroup("/synchronization").WithTags("Synchronization");
        sync.MapGet("/sources", ListAsync).Requires(Permissions.SynchronizationView).Answers<Page<SourceView>>()
            .Called("Lists sources", "With how far each has been followed.");
        sync.MapPost("/sources", CreateAsync).Requires(Permissions.SynchronizationEdit).Answers<SourceView>(201)
            .Called("Defines a source", "It is followed at once, unless its level is 0.");
        sync.MapPatch("/sources/{id:guid}", ChangeAsync).Requires(Permissions.SynchronizationEdit)
            .Answers<SourceView>().NeedsVersion().Called("Changes how a source is followed");
        sync.MapDelete("/sources/{id:guid}", RemoveAsync).Requires(Permissions.SynchronizationEdit).AnswersNothing()
            .NeedsVersion().Called("Forgets a source", "Its people stay as they are.");
        sync.MapGet("/sources/{id:guid}/runs", ListRunsAsync).Requires(Permissions.SynchronizationView)
            .Answers<Page<RunView>>().Called("Lists the runs of a source", "The latest first.");
        sync.MapPost("/sources/{id:guid}/runs", AskAsync).Requires(Permissions.SynchronizationEdit)
            .Answers<SourceView>(202).Called("Asks for a run", "The node that follows the source begins at once.");
        sync.MapGet("/runs/{id:guid}", GetRunAsync).Requires(Permissions.SynchronizationView)
            .Answers<RunDetailView>().Called("Reads a run", "With what it found.");
        sync.MapPost("/runs/{id:guid}/approve", ApproveAsync).Requires(Permissions.SynchronizationEdit)
            .Answers<RunView>(202).Called("Releases the brake", "What a held run would end, ends.");
        sync.MapGet("/issues", ListIssuesAsync).Requires(Permissions.SynchronizationView).Answers<Page<IssueView>>()
            .Called("Lists open issues", "What was refused, is ambiguous, or was done and is worth a look.");
        sync.MapPost("/issues/{id:guid}/settle", SettleAsync).Requires(Permissions.SynchronizationEdit)
            .Answers<IssueView>().Called("Settles a conflict or a review");
    }

    private static async Task<Page<SourceView>> ListAsync(HttpContext http, SourceReading reading) =>
        new(await reading.ListAsync(http.RequestAborted));

    private static Task<IResult> CreateAsync(
        HttpContext http, ApiWrites writes, SourceDefinitions sources, SourceBody body) =>
        writes.RunAsync(http, async (transaction, token) => (await sources.CreateAsync(transaction, body, token))
            .Then(source => new ApiAnswer(
                201, source, $"{ApiRoot.Path}/synchronization/sources/{source.Id}", source.Version)));

    private static Task<IResult> ChangeAsync(
        HttpContext http, ApiWrites writes, SourceDefinitions sources, Guid id, SourceBody body) =>
        writes.RunAsync(http, async (transaction, version, token) =>
            (await sources.ChangeAsync(transaction, new SourceId(id), version, body, token))
            .Then(source => new ApiAnswer(200, source, Version: source.Version)));

    private static Task<IResult> RemoveAsync(HttpContext http, ApiWrites writes, SourceDefinitions sources, Guid id) =>
        writes.RunAsync(http, async (transaction, version, token) =>
            (await sources.RemoveAsync(transaction, new SourceId(id), version, token)).Then(_ => ApiAnswer.NoContent));

    private static async Task<Page<RunView>> ListRunsAsync(HttpContext http, RunStore runs, Guid id) =>
        new([.. (await runs.ListAsync(new SourceId(id), RunsShown, http.RequestAborted)).Select(RunView.Of)]);

    private static Task<IResult> AskAsync(
        HttpContext http, ApiWrites writes, SourceDefinitions sources, Guid id, RunBody body) =>
        writes.RunAsync(http, async (transaction, token) =>
            (await sources.AskAsync(transaction, new SourceId(id), body.Kind, token))
            .Then(source => new ApiAnswer(202, source)));

    private static async Task<IResult> GetRunAsync(HttpContext http, RunStore runs, Guid id) =>
        await runs.FindAsync(id, http.RequestAborted) is { } run
            ? TypedResults.Ok(new RunDetailView(
                RunView.Of(run),
                [.. (await runs.ReadFindingsAsync(id, http.RequestAborted)).Select(FindingView.Of)]))
            : Problems.Of(new Refusal.NotFound("run", id.ToString()), http);

    private static Task<IResult> ApproveAsync(HttpContext http, ApiWrites writes, SourceDefinitions sources, Guid id) =>
        writes.RunAsync(http, async (transaction, token) =>
            (await sources.ApproveAsync(transaction, id, token)).Then(run => new ApiAnswer(202, RunView.Of(run))));

    private static async Task<IResult> ListIssuesAsync(
        HttpContext http, IssueStore issues, [AsParameters] IssuesQuery asked)
    {
        var after = PageRequest.Id(asked.Cursor, Guid.Empty);
        var limit = PageRequest.Limit(asked.Limit);
        return (asked.Check() ?? after.Refused ?? limit.Refused) is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(PageRequest.Cut(
                await issues.ListAsync(asked.Filter(), after.Value, limit.Value + 1, http.RequestAborted),
                limit.Value, issue => issue.Id, IssueView.Of));
    }

    private static Task<IResult> SettleAsync(
        HttpContext http, ApiWrites writes, Issues issues, Guid id, SettleBody body) =>
        writes.RunAsync(http, async (transaction, token) =>
        {
            var join = body.JoinWith is { } agent ? new AgentId(agent) : (AgentId?)null;
            return (await issues.SettleAsync(transaction, new Settlement(id, join, http.Caller()), token))
                .Then(issue => new ApiAnswer(200, IssueView.Of(issue)));
        });
}
