using Muster.Domain.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>An access token as the API shows it: never the token itself.</summary>
public sealed record TokenView(
    Guid Id,
    Guid ClientId,
    string ClientName,
    IReadOnlyList<string>? Permissions,
    DateTimeOffset IssuedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt)
{
    public static TokenView Of(AccessToken token) => new(
        token.Id.Value, token.Client.Value, token.ClientName, token.Permissions,
        token.IssuedAt, token.ExpiresAt, token.LastUsedAt, token.RevokedAt);
}
