using Muster.Domain.Identity;

namespace Muster.Storage.Identity;

/// <summary>What a sign-in is judged by.</summary>
public sealed record UserCredential(UserId Id, string PasswordHash, bool Disabled, DateTimeOffset? LockedUntil);
