namespace Muster.Server.Api.Nodes;

/// <summary>The database of a node.</summary>
/// <param name="Kind">"built-in" or "external".</param>
public sealed record NodeDatabaseView(string Kind, string Version, int SchemaVersion, long SizeBytes);
