namespace Muster.Server.Api.Identity;

/// <summary>An API client to be made; the answer holds its secret.</summary>
/// <param name="TokenMinutes">Life of its access tokens; Identity:TokenMinutes when absent.</param>
public sealed record NewClientBody(string Name, int? TokenMinutes = null, IReadOnlyList<GrantBody>? Grants = null);
