using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Server.Api.Access;
using Muster.Server.Api.Json;
using Muster.Server.Api.Writes;
using Muster.Server.People;

namespace Muster.Server.Api.People;

/// <summary>Agents: found, read, changed one by one or many at once.</summary>
public static class PeopleApi
{
    public static void MapPeopleApi(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("People");
        people.MapGet("/", ListAsync).RequiresSomewhere(Permissions.PeopleView).Answers<AgentListView>()
            .Called("Lists agents", "By last name and first name; any part of the list can be asked for.");
        people.MapPost("/", CreateAsync).RequiresSomewhere(Permissions.PeopleEdit).Answers<AgentView>(201)
            .Called("Adds an agent whom no directory knows");
        people.MapPost("/bulk", BulkAsync).RequiresSomewhere(Permissions.PeopleEdit).Answers<BulkEditView>()
            .Called("Changes many agents at once", "Each on its own: who cannot be changed is named with the reason.");
        people.MapGet("/{id:guid}", GetAsync).RequiresSomewhere(Permissions.PeopleView).Answers<AgentView>()
            .Called("Reads an agent");
        people.MapPatch("/{id:guid}", ChangeAsync).RequiresSomewhere(Permissions.PeopleEdit).Answers<AgentView>()
            .NeedsVersion()
            .Called("Changes an agent", "What a directory owns becomes an override, with who set it and when.");
        people.MapDelete("/{id:guid}/overrides/{field}", FollowAgainAsync).RequiresSomewhere(Permissions.PeopleEdit)
            .Answers<AgentView>().NeedsVersion()
            .Called("Takes an override back", "What the directory says of the field counts again, at once.");
        people.MapGet("/{id:guid}/history", HistoryAsync).RequiresSomewhere(Permissions.PeopleView)
            .Answers<Page<AgentEventView>>().Called("Reads what happened to an agent", "The latest first.");
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, PeopleReading reading, [AsParameters] PeopleQuery asked) =>
        asked.Check() is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(await reading.ListAsync(asked, http.Caller(), http.RequestAborted));

    private static async Task<IResult> GetAsync(HttpContext http, PeopleReading reading, Guid id) =>
        await reading.FindAsync(new AgentId(id), http.Caller(), http.RequestAborted) is { } agent
            ? EntityTag.Answer(http, await reading.ViewAsync(agent, http.RequestAborted), agent.Version)
            : Problems.Of(new Refusal.NotFound(Agents.Entity, id.ToString()), http);

    private static async Task<IResult> HistoryAsync(
        HttpContext http, PeopleReading reading, Guid id, string? cursor, int? limit)
    {
        var before = PageRequest.Number(cursor, long.MaxValue);
        var most = PageRequest.Limit(limit);
        return (before.Refused ?? most.Refused) is { } refusal ? Problems.Of(refusal, http)
            : await reading.FindAsync(new AgentId(id), http.Caller(), http.RequestAborted) is null
                ? Problems.Of(new Refusal.NotFound(Agents.Entity, id.ToString()), http)
            : TypedResults.Ok(PageRequest.Cut(
                await reading.HistoryAsync(new AgentId(id), before.Value, most.Value + 1, http.RequestAborted),
                most.Value, row => row.Version, AgentEventView.Of));
    }

    private static Task<IResult> CreateAsync(
        HttpContext http, PeopleWriting writing, NewAgentBody body) =>
        writing.Writes.RunAsync(http, async (transaction, token) =>
        {
            var asked = new AgentRequest(AgentId.New(transaction.Context.At), body.Agent.Edit(), http.Caller(), null);
            var made = await writing.Agents.CreateAsync(transaction, new TenantId(body.TenantId), asked, token);
            return await writing.AnswerAsync(made, 201, token);
        });

    private static Task<IResult> ChangeAsync(
        HttpContext http, PeopleWriting writing, Guid id, AgentEditBody body) =>
        writing.Writes.RunAsync(http, async (transaction, version, token) =>
        {
            var asked = new AgentRequest(new AgentId(id), body.Edit(), http.Caller(), version);
            return await writing.AnswerAsync(await writing.Agents.ChangeAsync(transaction, asked, token), 200, token);
        });

    private static Task<IResult> FollowAgainAsync(HttpContext http, PeopleWriting writing, Guid id, string field) =>
        writing.Writes.RunAsync(http, async (transaction, version, token) =>
        {
            if (EnumWord.Read<AgentField>(field) is not { } known)
            {
                return new Refusal.Invalid("field", $"must be one of {EnumWord.All<AgentField>()}.");
            }

            var asked = new AgentRequest(new AgentId(id), new AgentEdit(), http.Caller(), version);
            var followed = await writing.Agents.FollowAgainAsync(transaction, asked, known, token);
            return await writing.AnswerAsync(followed, 200, token);
        });

    private static Task<IResult> BulkAsync(HttpContext http, PeopleWriting writing, BulkEditBody body) =>
        writing.Writes.RunAsync(http, async (transaction, token) =>
        {
            if (body.Agents.Count is 0 or > BulkEditBody.Most)
            {
                return new Refusal.Invalid("agents", $"must name 1 to {BulkEditBody.Most} agents.");
            }

            var view = new BulkEditView(0, 0, []);
            foreach (var id in body.Agents.Distinct().Order())
            {
                var asked = new AgentRequest(new AgentId(id), body.Change.Edit(), http.Caller(), null);
                view = Add(view, id, await writing.Agents.ChangeAsync(transaction, asked, token));
            }

            return new ApiAnswer(200, view);
        });

    private static BulkEditView Add(BulkEditView view, Guid id, Outcome<AgentChanged> outcome) => outcome.Refused switch
    {
        { } refusal => view with { Refused = [.. view.Refused, new BulkRefusalView(id, Problems.Sentence(refusal))] },
        null when outcome.Value.IsChanged => view with { Changed = view.Changed + 1 },
        _ => view with { Unchanged = view.Unchanged + 1 },
    };
}
