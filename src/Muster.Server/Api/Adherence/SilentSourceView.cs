namespace Muster.Server.Api.Adherence;

/// <summary>A source of which nothing was heard for more than a minute.</summary>
public sealed record SilentSourceView(string Source, DateTimeOffset LastHeard);
