namespace Muster.Server.Identity;

/// <summary>All grants somebody is to have from now on.</summary>
/// <param name="ExpectedVersion">The version the change was made from; null to change whatever is there.</param>
public sealed record GrantChange(long? ExpectedVersion, IReadOnlyList<GrantRequest> Grants);
