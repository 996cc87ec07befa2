using System.Globalization;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Live;
using Muster.Server.Organization;
using Muster.Storage.Demand;
using Muster.Storage.Events;
using Muster.Storage.Organization;
using Muster.Storage.Schedules;

namespace Muster.Server.Intraday;

/// <summary>
/// That the day of a business unit has to be read again: "intraday/UNIT". At most once a second, when statistics came
/// in or a schedule, a forecast or the organization changed; and every ten seconds, because agents come and go. The
/// cursor is the same on every node.
/// </summary>
public sealed class IntradayTopic(
    IntervalStatisticStore statistics, PlanningAccess access, ScopeFeed feed, TimeProvider time) : ILiveTopic
{
    private const long AgentsEverySeconds = 10;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    // A day of a unit begins at most 14 hours before that of UTC; yesterday's statistics may still be mended.
    private static readonly TimeSpan Back = TimeSpan.FromDays(2);

    // Followers ask in the same second: it is read once for all of them.
    private volatile Tuple<long, Task<DateTimeOffset?>>? _reading;

    public string Name => "intraday";

    public AccessRule Rule { get; } = new AccessRule.Holders(Permissions.ForecastView, Somewhere: true);

    public Task NextMoveAsync(string part, CancellationToken token) => Task.Delay(Rest, time, token);

    public async ValueTask<Outcome<LivePage?>> ReadAsync(LiveQuestion question, CancellationToken token)
    {
        var unit = Guid.TryParse(question.Part, out var id) ? id : Guid.Empty;
        var found = await access.FindAsync(question.Caller, unit, Permissions.ForecastView, token);
        if (found.Refused is { } refusal)
        {
            return refusal;
        }

        var last = await LastAsync(token);
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        var cursor = string.Create(
            CultureInfo.InvariantCulture,
            $"{last?.UtcTicks ?? 0}.{feed.Applied(ScheduleStore.Scope).Version}"
                + $".{feed.Applied(ForecastStore.Scope).Version}.{feed.Applied(OrganizationStore.Scope).Version}"
                + $".{seconds / AgentsEverySeconds}");
        return cursor == question.Cursor ? (LivePage?)null : new LivePage(cursor, IsWhole: true, null);
    }

    private Task<DateTimeOffset?> LastAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        var second = now.ToUnixTimeMilliseconds() / (long)(Rest.TotalMilliseconds / 2);
        var reading = _reading;
        if (reading?.Item1 != second)
        {
            reading = Tuple.Create(second, statistics.LastReceivedAsync(now - Back, CancellationToken.None));
            _reading = reading;
        }

        return reading.Item2.WaitAsync(token);
    }
}
