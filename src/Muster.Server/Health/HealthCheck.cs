namespace Muster.Server.Health;

/// <summary>One thing a node needs, and how it stands.</summary>
/// <param name="Ok">Whether the node can do its work as far as this goes.</param>
/// <param name="Sentence">Why, for people.</param>
public sealed record HealthCheck(string Name, bool Ok, string Sentence);
