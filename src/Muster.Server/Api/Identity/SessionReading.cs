using Muster.Domain.Identity;
using Muster.Server.Api.Access;
using Muster.Server.Identity;
using Muster.Server.Organization;
using Muster.Server.Schedules;

namespace Muster.Server.Api.Identity;

/// <summary>Says of a session what may be done with it, and where.</summary>
public sealed class SessionReading(CallerCache callers, OrganizationCache organization, MyAgent agents)
{
    /// <summary>Of a session that was opened just now.</summary>
    public async Task<SessionView> ReadAsync(OpenedSession opened, CancellationToken token)
    {
        var caller = await callers.FindAsync(CallerKey.Of(ActorKind.User, opened.Key)!.Value, token);
        return await ReadAsync(opened.User, caller?.Rights ?? Rights.None, opened.ExpiresAt, token);
    }

    // Most hold what they hold everywhere: for them nobody looks through the organization.
    public async Task<SessionView> ReadAsync(
        User user, Rights rights, DateTimeOffset expiresAt, CancellationToken token) => SessionView.Of(
            user,
            rights,
            user.Grants.All(grant => grant.Scope == GrantScope.All)
                ? []
                : SessionUnitsView.Of(new UnitRights(rights, await organization.CurrentAsync(token))),
            await agents.FindAsync(user, token),
            expiresAt);
}
