namespace Muster.Server.Api.Identity;

/// <summary>The person who is signed in.</summary>
public sealed record SessionUser(Guid Id, string UserName, string DisplayName, string? Email);
