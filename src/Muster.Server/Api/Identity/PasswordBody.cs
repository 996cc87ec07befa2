namespace Muster.Server.Api.Identity;

/// <summary>A change of one's own password.</summary>
public sealed record PasswordBody(string CurrentPassword, string NewPassword);
