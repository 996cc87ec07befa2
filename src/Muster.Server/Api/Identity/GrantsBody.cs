namespace Muster.Server.Api.Identity;

/// <summary>All grants somebody is to have from now on.</summary>
public sealed record GrantsBody(IReadOnlyList<GrantBody> Grants);
