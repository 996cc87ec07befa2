using Muster.Domain.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>Who is signed in, and what they may do.</summary>
/// <param name="Permissions">What is held for the whole installation.</param>
/// <param name="Units">What is held in some units beyond that; empty when nothing is limited to units.</param>
public sealed record SessionView(
    SessionUser User,
    bool MustChangePassword,
    IReadOnlyList<string> Permissions,
    IReadOnlyList<SessionUnitsView> Units,
    IReadOnlyList<GrantView> Grants,
    DateTimeOffset ExpiresAt)
{
    public static SessionView Of(
        User user, Rights rights, IReadOnlyList<SessionUnitsView> units, DateTimeOffset expiresAt) => new(
        new SessionUser(user.Id.Value, user.UserName, user.DisplayName, user.Email),
        user.MustChangePassword,
        [.. rights.At(Place.Installation).Select(permission => permission.Name)],
        units,
        GrantView.Of(user.Grants),
        expiresAt);
}
