using Muster.Domain.Identity;
using Muster.Server.Api.Access;
using Muster.Server.Api.Schedules;

namespace Muster.Server.Api.Adherence;

/// <summary>How agents keep to what was published: now, and on a day.</summary>
public static class AdherenceApi
{
    private const string AsNeeded =
        $"With the header {MinScheduleVersion.Header}, judged by that version of the schedules or a newer one: the "
        + "answer waits for it up to 2 s, then it is 503.";

    private const string AsFile =
        "With format csv or xlsx the answer is a file with all rows (text/csv, or a workbook), however many. What is "
        + "stored goes up to stored_until.";

    public static void MapAdherenceApi(this IEndpointRouteBuilder api)
    {
        var agents = api.MapGroup("/adherence/agents").WithTags("Adherence");
        agents.MapGet("/", (HttpContext http, WallEndpoint endpoint, [AsParameters] WallQuery query) =>
                endpoint.ListAsync(http, query))
            .RequiresSomewhere(Permissions.AdherenceView).Answers<WallView>()
            .Called("Shows how the agents of a unit stand", AsNeeded + " The live topic is adherence/UNIT.");
        agents.MapGet("/{agent:guid}/days/{day}",
                (HttpContext http, DayEndpoint endpoint, Guid agent, DateOnly day) =>
                    endpoint.ReadAsync(http, agent, day))
            .RequiresSomewhere(Permissions.AdherenceView).Answers<AdherenceDayView>()
            .Called(
                "Reads an agent's day", "What was scheduled, what was done, how it was judged and why. " + AsNeeded);
        agents.MapPost("/{agent:guid}/approvals",
                (HttpContext http, ApprovalEndpoint endpoint, Guid agent, ApprovalBody body) =>
                    endpoint.ApproveAsync(http, agent, body))
            .RequiresSomewhere(Permissions.AdherenceApprove).Answers<ApprovalView>(201)
            .Called("Approves what an agent did", "Where the agent is out or unscheduled then, that is explained.");
        agents.MapDelete("/{agent:guid}/approvals/{id:guid}",
                (HttpContext http, ApprovalEndpoint endpoint, Guid agent, Guid id) =>
                    endpoint.TakeBackAsync(http, agent, id))
            .RequiresSomewhere(Permissions.AdherenceApprove).AnswersNothing()
            .Called("Takes an approval back", "What was explained by it is judged as if it had never been.");
        MapHistory(api.MapGroup("/adherence").WithTags("Adherence"));
    }

    private static void MapHistory(IEndpointRouteBuilder adherence)
    {
        adherence.MapGet("/history",
                (HttpContext http, HistoryEndpoint endpoint, [AsParameters] AdherenceHistoryQuery query,
                    [AsParameters] HistoryByQuery by) => endpoint.ListAsync(http, query, by))
            .RequiresSomewhere(Permissions.AdherenceView).Answers<AdherenceHistoryView<HistoryRowView>>()
            .Called("Reads stored results", "Seconds and percentages of any days, summed. " + AsFile);
        adherence.MapGet("/exceptions",
                (HttpContext http, ExceptionsEndpoint endpoint, [AsParameters] AdherenceHistoryQuery query) =>
                    endpoint.ListAsync(http, query))
            .RequiresSomewhere(Permissions.AdherenceView).Answers<AdherenceHistoryView<ExceptionRowView>>()
            .Called("Reads stored exceptions", "Of any days, each with its reason. " + AsFile);
    }
}
