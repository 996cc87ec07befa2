namespace Muster.Domain.Identity;

/// <summary>A person's local account, without its password hash.</summary>
public sealed record User
{
    public required UserId Id { get; init; }

    /// <summary>What the person types to sign in; unique without regard to case.</summary>
    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public string? Email { get; init; }

    public bool Disabled { get; init; }

    /// <summary>Until then no password is accepted, after too many wrong ones.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    public bool MustChangePassword { get; init; }

    public DateTimeOffset? LastSignedInAt { get; init; }

    public IReadOnlyList<Grant> Grants { get; init; } = [];

    public long Version { get; init; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }
}
