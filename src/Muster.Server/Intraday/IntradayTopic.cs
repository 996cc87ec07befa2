using System.Globalization;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Live;
using Muster.Server.Organization;

namespace Muster.Server.Intraday;

/// <summary>
/// That the day of a business unit has to be read again: "intraday/UNIT". At most once a second, when statistics came
/// in or a schedule, a forecast or the organization changed; and every ten seconds, because agents come and go. The
/// cursor is the same on every node.
/// </summary>
public sealed class IntradayTopic(PlanningAccess access, DayNews news, TimeProvider time) : ILiveTopic
{
    private const long AgentsEverySeconds = 10;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

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

        var version = await news.VersionAsync(found.Value.TenantId, token);
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        var cursor = string.Create(CultureInfo.InvariantCulture, $"{version}.{seconds / AgentsEverySeconds}");
        return cursor == question.Cursor ? (LivePage?)null : new LivePage(cursor, IsWhole: true, null);
    }
}
