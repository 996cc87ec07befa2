using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Server.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>
/// A step of editing: add {layer, start, minutes, activity_code_id}, remove {layer, start},
/// move {layer, start, to, to_agent_id, to_day}, resize {layer, start, to, minutes}, replace {activities, version},
/// swap {with_agent_id, with_day}.
/// </summary>
/// <param name="Start">Of the activity that is meant, or added.</param>
/// <param name="To">Where it is to start; absent in a resize: where it does.</param>
/// <param name="Activities">The whole day anew; empty: a free day.</param>
/// <param name="ToAgentId">Who is to have what moves; absent: who has it. A shift takes along what lies in it.</param>
/// <param name="ToDay">Of which day it is to be; absent: of the day that it is of.</param>
/// <param name="Version">Of the published day that a replacement was made from; absent: as it is now.</param>
public sealed record EditBody(
    EditKind Op,
    Guid AgentId,
    LocalDate Day,
    ActivityLayer Layer = ActivityLayer.Work,
    DateTimeOffset? Start = null,
    DateTimeOffset? To = null,
    int? Minutes = null,
    Guid? ActivityCodeId = null,
    Guid? WithAgentId = null,
    LocalDate? WithDay = null,
    Guid? ToAgentId = null,
    LocalDate? ToDay = null,
    IReadOnlyList<ActivityBody>? Activities = null,
    long? Version = null)
{
    private const int MostMinutes = 36 * 60;

    private AgentId Agent => new(AgentId);

    private Instant StartAt => Instant.FromDateTimeOffset(Start!.Value);

    /// <param name="field">How the caller calls it.</param>
    public EditStep? Read(FieldChecks checks, string field)
    {
        var missing = Needed().Where(need => !need.IsThere).ToList();
        foreach (var need in missing)
        {
            checks.That(false, $"{field}.{need.Name}", $"is required to {Op.ToString().ToLowerInvariant()}.");
        }

        return missing.Count == 0 && IsPlausible(checks, field)
            ? new EditStep(field, Edit(), Version) { Given = [.. (Activities ?? []).Select(one => one.Activity())] }
            : null;
    }

    // What no schedule can hold is not computed with.
    private bool IsPlausible(FieldChecks checks, string field)
    {
        var times = new List<(string Name, DateTimeOffset? At)> { ("start", Start), ("to", To) };
        times.AddRange((Activities ?? []).Select((one, i) => ($"activities[{i}].start", (DateTimeOffset?)one.Start)));
        var lengths = new List<(string Name, int? Minutes)> { ("minutes", Minutes) };
        lengths.AddRange((Activities ?? []).Select((one, i) => ($"activities[{i}].minutes", (int?)one.Minutes)));
        var days = new (string Name, LocalDate? Day)[] { ("day", Day), ("with_day", WithDay), ("to_day", ToDay) };
        var wrong = times.Where(time => time.At is not (null or { Year: > 1970 and < 3000 }))
            .Select(time => (time.Name, Must: "must be between 1971 and 2999."))
            .Concat(days.Where(day => day.Day is not (null or { Year: > 1970 and < 3000 }))
                .Select(day => (day.Name, Must: "must be between 1971 and 2999.")))
            .Concat(lengths.Where(length => length.Minutes is < -MostMinutes or > MostMinutes)
                .Select(length => (length.Name, Must: $"must be at most {MostMinutes} minutes.")))
            .ToList();
        foreach (var (name, must) in wrong)
        {
            checks.That(false, $"{field}.{name}", must);
        }

        return wrong.Count == 0;
    }

    private IEnumerable<(string Name, bool IsThere)> Needed() => Op switch
    {
        EditKind.Add =>
            [("start", Start is not null), ("minutes", Minutes is not null),
                ("activity_code_id", ActivityCodeId is not null)],
        EditKind.Remove => [("start", Start is not null)],
        EditKind.Move => [("start", Start is not null), ("to", To is not null)],
        EditKind.Resize => [("start", Start is not null), ("minutes", Minutes is not null)],
        EditKind.Swap => [("with_agent_id", WithAgentId is not null)],
        _ => [("activities", Activities is not null)],
    };

    private DayEdit Edit() => Op switch
    {
        EditKind.Add => new DayEdit.Add(Agent, Day, new PlannedActivity(
            Layer, StartAt, Minutes!.Value, new ActivityCodeId(ActivityCodeId!.Value))),
        EditKind.Remove => new DayEdit.Remove(Agent, Day, Layer, StartAt),
        EditKind.Move when ToAgentId is not null || ToDay is not null => new DayEdit.MoveOnto(
            Agent, Day, Layer, StartAt, Instant.FromDateTimeOffset(To!.Value),
            ToAgentId is { } other ? new AgentId(other) : Agent, ToDay ?? Day),
        EditKind.Move => new DayEdit.Move(Agent, Day, Layer, StartAt, Instant.FromDateTimeOffset(To!.Value)),
        EditKind.Resize => new DayEdit.Resize(Agent, Day, Layer, StartAt, new PlannedActivity(
            Layer, To is { } to ? Instant.FromDateTimeOffset(to) : StartAt, Minutes!.Value, default)),
        EditKind.Swap => new DayEdit.Swap(Agent, Day, new AgentId(WithAgentId!.Value), WithDay ?? Day),
        _ => new DayEdit.Replace(
            Agent, Day, new DayContent(Activities!.Select(activity => activity.Activity()))),
    };
}
