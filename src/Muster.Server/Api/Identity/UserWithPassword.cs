namespace Muster.Server.Api.Identity;

/// <summary>A user and the first password, which is shown this once.</summary>
public sealed record UserWithPassword(UserView User, string FirstPassword);
