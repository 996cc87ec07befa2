using Muster.Domain.Calendars;
using Muster.Server.Api.Access;

namespace Muster.Server.Api.Schedules;

/// <summary>Schedules as calendars that phones subscribe to (RFC 5545), at private addresses.</summary>
public static class CalendarApi
{
    public const string Path = "/calendar";

    private const string Suffix = ".ics";

    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCalendarApi(this IEndpointRouteBuilder root) =>
        root.MapMethods(
                $"{Path}/{{secret}}{Suffix}", Reads,
                (HttpContext http, CalendarEndpoint endpoint, string secret) => endpoint.ReadAsync(http, secret))
            .ForAnyone("A calendar has no session: the secret is in the address.").WithTags("My schedule")
            .Produces<string>(StatusCodes.Status200OK, CalendarText.MediaType)
            .Called("Reads a schedule as a calendar",
                "Published days: the last 90 and all to come. 404 for an address that has ended.");

    public static string PathOf(string secret) => $"{Path}/{secret}{Suffix}";

    /// <summary>A path as it may be logged.</summary>
    public static string WithoutSecret(PathString path) =>
        path.StartsWithSegments(Path) ? PathOf("...") : path.ToString();
}
