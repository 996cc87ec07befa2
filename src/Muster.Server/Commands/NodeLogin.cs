namespace Muster.Server.Commands;

/// <summary>Which node is asked, and by which API client.</summary>
internal sealed record NodeLogin(Uri Node, string Client, string Secret);
