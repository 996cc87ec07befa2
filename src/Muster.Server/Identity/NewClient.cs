namespace Muster.Server.Identity;

/// <summary>An API client to be made.</summary>
/// <param name="TokenMinutes">Life of its access tokens; Identity:TokenMinutes when null.</param>
public sealed record NewClient(string Name, int? TokenMinutes, IReadOnlyList<GrantRequest> Grants);
