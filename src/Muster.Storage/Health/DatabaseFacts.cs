namespace Muster.Storage.Health;

/// <summary>What is worth knowing of the database.</summary>
/// <param name="Version">PostgreSQL's version: "18.4".</param>
/// <param name="SchemaVersion">Number of the last migration.</param>
public sealed record DatabaseFacts(string Version, int SchemaVersion, long SizeBytes);
