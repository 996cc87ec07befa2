namespace Muster.Server.Api.Identity;

/// <summary>A user account to be made; the answer holds the first password.</summary>
public sealed record NewUserBody(
    string UserName, string DisplayName, string? Email = null, IReadOnlyList<GrantBody>? Grants = null);
