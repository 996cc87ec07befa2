namespace Muster.Server.Api.Identity;

/// <summary>An access role to be made.</summary>
public sealed record NewAccessRoleBody(string Name, string Description, IReadOnlyList<string> Permissions);
