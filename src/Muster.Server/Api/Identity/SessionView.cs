using Muster.Domain.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>Who is signed in, and what they may do.</summary>
/// <param name="Permissions">What is held for the whole installation.</param>
public sealed record SessionView(
    SessionUser User,
    bool MustChangePassword,
    IReadOnlyList<string> Permissions,
    IReadOnlyList<GrantView> Grants,
    DateTimeOffset ExpiresAt)
{
    public static SessionView Of(User user, Rights rights, DateTimeOffset expiresAt) => new(
        new SessionUser(user.Id.Value, user.UserName, user.DisplayName, user.Email),
        user.MustChangePassword,
        [.. rights.At(Place.Installation).Select(permission => permission.Name)],
        GrantView.Of(user.Grants),
        expiresAt);
}
