using Muster.Domain.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>A user account as the API shows it, and as the audit trail keeps it.</summary>
public sealed record UserView(
    Guid Id,
    string UserName,
    string DisplayName,
    string? Email,
    bool Disabled,
    DateTimeOffset? LockedUntil,
    bool MustChangePassword,
    DateTimeOffset? LastSignedInAt,
    IReadOnlyList<GrantView> Grants,
    long Version,
    DateTimeOffset CreatedAt)
{
    public static UserView Of(User user) => new(
        user.Id.Value, user.UserName, user.DisplayName, user.Email, user.Disabled, user.LockedUntil,
        user.MustChangePassword, user.LastSignedInAt, GrantView.Of(user.Grants), user.Version, user.CreatedAt);
}
