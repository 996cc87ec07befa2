using System.Globalization;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Server.Api.Access;
using Muster.Server.Live;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>
/// That something of one's own schedule has changed: "my_schedule/AGENT". The cursor is made from the versions of the
/// agent's days, the same on every node, so whoever is not concerned by a publish costs no query.
/// </summary>
public sealed class MyScheduleTopic(ScheduleCache cache, ScopeFeed feed, MyAgent me) : ILiveTopic
{
    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public string Name => "my_schedule";

    public AccessRule Rule { get; } = new AccessRule.Holders(Permissions.MyScheduleView, Somewhere: true);

    public Task NextMoveAsync(string part, CancellationToken token) =>
        feed.NextMoveAsync(ScheduleStore.Scope, token);

    public async ValueTask<Outcome<LivePage?>> ReadAsync(LiveQuestion question, CancellationToken token)
    {
        if (!Guid.TryParse(question.Part, out var id) || cache.Known is not { } known)
        {
            return cache.Known is null && Guid.TryParse(question.Part, out _)
                ? (LivePage?)null
                : new Refusal.NotFound("agent", question.Part);
        }

        var cursor = Cursor(known.Content, new AgentId(id));
        if (cursor == question.Cursor)
        {
            return (LivePage?)null;
        }

        var mine = await me.FindAsync(question.Caller, token);
        return mine.Refused is { } refusal ? refusal
            : mine.Value.Id.Value != id ? new Refusal.NotFound("agent", question.Part)
            : new LivePage(cursor, IsWhole: true, null);
    }

    // FNV-1a over the days and their versions.
    private static string Cursor(LiveSchedules schedules, AgentId agent)
    {
        var hash = Start;
        foreach (var day in schedules.Of(agent))
        {
            hash = (hash ^ (ulong)Period.DaysBetween(LocalDate.MinIsoValue, day.Day)) * Prime;
            hash = (hash ^ (ulong)day.Version) * Prime;
        }

        hash = (hash ^ (ulong)schedules.ToldOf(agent)) * Prime;
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
