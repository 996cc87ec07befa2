using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Muster.Domain.Calendars;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Organization;
using Muster.Server.Schedules;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>An agent's schedule as a calendar, and the private address at which it is read.</summary>
public sealed class CalendarEndpoint(
    MyAgent me, CalendarLinks links, ScheduleStore schedules, OrganizationCache organization, ApiWrites writes,
    TimeProvider time)
{
    private const int BackDays = 90;

    public async Task<IResult> GetAsync(HttpContext http)
    {
        var found = await me.FindAsync(http.Caller(), http.RequestAborted);
        return found.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(MyCalendarView.Of(await links.FindAsync(http.Caller(), http.RequestAborted)));
    }

    public async Task<IResult> MakeAsync(HttpContext http)
    {
        var found = await me.FindAsync(http.Caller(), http.RequestAborted);
        return found.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : await writes.RunAsync(http, async (transaction, token) =>
            {
                var path = CalendarApi.PathOf(await links.MakeAsync(transaction, http.Caller(), token));
                return new ApiAnswer(201, new NewCalendarView(path, transaction.Context.At), path);
            });
    }

    public Task<IResult> RemoveAsync(HttpContext http) => writes.RunAsync(http, async (transaction, token) =>
        await links.RemoveAsync(transaction, http.Caller(), token) is { } refusal ? refusal : ApiAnswer.NoContent);

    /// <summary>
    /// The calendar; 304 to who has it as it is. Whoever has no right to it learns nothing else than 404.
    /// </summary>
    public async Task<IResult> ReadAsync(HttpContext http, string secret)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        if (await links.ReaderAsync(secret, http.RequestAborted) is not { } reader
            || await me.FindAsync(reader, http.RequestAborted) is not { Refused: null, Value: var agent })
        {
            return Problems.Of(new Refusal.NotFound("calendar", "at this address"), http);
        }

        var (text, changedAt) = await WriteAsync(agent, http.RequestAborted);
        var content = Encoding.UTF8.GetBytes(text);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"";
        return TypedResults.Bytes(
            content, CalendarText.ContentType, lastModified: changedAt, entityTag: new EntityTagHeaderValue(tag));
    }

    private async Task<(string Text, DateTimeOffset ChangedAt)> WriteAsync(Agent agent, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        var today = known.DayAt(time.GetUtcNow(), agent.ManagementUnit);
        var unit = agent.ManagementUnit is { } id ? known.ManagementUnits.Find(id) : null;
        var zone = unit is null ? DateTimeZone.Utc : known.ZoneOf(unit);
        var days = await schedules.ListFromAsync(agent.Id, today.PlusDays(-BackDays), token);
        var calendar = new ScheduleCalendar(known, zone);
        var text = CalendarText.Write(
            $"Schedule of {agent.FullName}",
            [.. days.SelectMany(day => calendar.Of(day.Day, Instant.FromDateTimeOffset(day.At)))]);

        // Each day an old one goes, and what activities are called may change: nobody keeps it longer than a day.
        var midnight = today.AtStartOfDayInZone(zone).ToDateTimeOffset();
        return (text, days.Select(day => day.At).Append(midnight).Max());
    }
}
