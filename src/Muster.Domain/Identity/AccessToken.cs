namespace Muster.Domain.Identity;

/// <summary>An access token of a client, without the token itself.</summary>
public sealed record AccessToken
{
    public required TokenId Id { get; init; }

    public required ClientId Client { get; init; }

    public required string ClientName { get; init; }

    /// <summary>The permissions it was limited to; null when it carries all that its client holds.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
