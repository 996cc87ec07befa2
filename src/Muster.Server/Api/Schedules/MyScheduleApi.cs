using Muster.Domain.Identity;
using Muster.Server.Api.Access;

namespace Muster.Server.Api.Schedules;

/// <summary>An agent's own schedule, and what changed in it.</summary>
public static class MyScheduleApi
{
    public static void MapMyScheduleApi(this IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/my").WithTags("My schedule");
        mine.MapGet("/schedule", (HttpContext http, MyEndpoint endpoint, [AsParameters] MyDaysQuery asked) =>
                endpoint.ScheduleAsync(http, asked))
            .RequiresSomewhere(Permissions.MyScheduleView).Answers<MyScheduleView>()
            .Called("Reads one's own schedule",
                $"As published. With the header {MinScheduleVersion.Header}, of that version or newer.");
        mine.MapGet("/notices", NoticesAsync).RequiresSomewhere(Permissions.MyScheduleView)
            .Answers<Page<MyNoticeView>>().Called("Lists what changed in one's schedule", "The latest first.");
        mine.MapPost("/notices/acknowledge", (HttpContext http, MyEndpoint endpoint, AcknowledgeBody body) =>
                endpoint.AcknowledgeAsync(http, body))
            .RequiresSomewhere(Permissions.MyScheduleView).AnswersNothing()
            .Called("Says that one has seen a change");
        mine.MapGet("/calendar", (HttpContext http, CalendarEndpoint endpoint) => endpoint.GetAsync(http))
            .RequiresSomewhere(Permissions.MyScheduleView).Answers<MyCalendarView>()
            .Called("Says whether one's calendar has an address", "Without the address: it is told once.");
        mine.MapPost("/calendar", (HttpContext http, CalendarEndpoint endpoint) => endpoint.MakeAsync(http))
            .RequiresSomewhere(Permissions.MyScheduleView).Answers<NewCalendarView>(201)
            .Called("Makes an address for one's calendar", "One that there was before ends.");
        mine.MapDelete("/calendar", (HttpContext http, CalendarEndpoint endpoint) => endpoint.RemoveAsync(http))
            .RequiresSomewhere(Permissions.MyScheduleView).AnswersNothing()
            .Called("Ends the address of one's calendar");
    }

    private static Task<IResult> NoticesAsync(
        HttpContext http, MyEndpoint endpoint, [AsParameters] NoticesQuery asked) =>
        PageRequest.Limit(asked.Limit) is { Refused: { } refusal }
            ? Task.FromResult(Problems.Of(refusal, http))
            : endpoint.NoticesAsync(http, asked.All, asked.Limit ?? PageRequest.DefaultLimit);
}
