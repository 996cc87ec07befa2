namespace Muster.Domain.Identity;

/// <summary>Who a request speaks for, as known a moment ago: an immutable snapshot.</summary>
/// <param name="Kind">A user or a client.</param>
/// <param name="CredentialId">The session or access token that was presented.</param>
/// <param name="MustChangePassword">True while a user may do nothing but set a first password.</param>
public sealed record Caller(
    ActorKind Kind,
    Guid Id,
    string Name,
    Guid CredentialId,
    Rights Rights,
    bool MustChangePassword,
    DateTimeOffset ExpiresAt);
