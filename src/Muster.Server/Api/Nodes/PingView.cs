namespace Muster.Server.Api.Nodes;

/// <summary>The answer to a connection test.</summary>
public sealed record PingView(string Answer);
