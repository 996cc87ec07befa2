using Muster.Domain.Identity;

namespace Muster.Server.Identity;

/// <summary>A new session: the key goes into the cookie and is nowhere else.</summary>
public sealed record OpenedSession(User User, string Key, DateTimeOffset ExpiresAt);
