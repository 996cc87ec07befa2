using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using NodaTime.Text;

namespace Muster.Server.Api.Schedules;

/// <summary>Where a list of agents' days goes on: by agent, then by day.</summary>
internal static class DayCursor
{
    public static string Write(DayPlace place) => PageRequest.Cursor($"{place.Agent} {place.Day:uuuu-MM-dd}");

    /// <summary>Null: from the beginning.</summary>
    public static Outcome<DayPlace?> Read(string? cursor) => PageRequest.Text(cursor).Then(Place);

    // The beginning for whatever no list gave.
    private static DayPlace? Place(string text) =>
        text.Split(' ') is [var agent, var day] && Guid.TryParse(agent, out var id)
        && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var date }
            ? new DayPlace(new AgentId(id), date)
            : null;
}
