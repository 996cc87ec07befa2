namespace Muster.Domain.Identity;

/// <summary>A program that signs in with client credentials, without its secret.</summary>
public sealed record Client
{
    public required ClientId Id { get; init; }

    /// <summary>The public half of the credentials.</summary>
    public required string PublicId { get; init; }

    /// <summary>What people call it; unique without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>How long its access tokens live, in minutes.</summary>
    public required int TokenMinutes { get; init; }

    public bool Disabled { get; init; }

    public IReadOnlyList<Grant> Grants { get; init; } = [];

    public DateTimeOffset? LastUsedAt { get; init; }

    public long Version { get; init; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }
}
