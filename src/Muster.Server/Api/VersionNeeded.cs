namespace Muster.Server.Api;

/// <summary>Marks an endpoint whose requests need If-Match.</summary>
public sealed record VersionNeeded;
