namespace Muster.Server.Commands;

/// <summary>Which node is asked, and by which API client.</summary>
internal sealed record NodeLogin(Uri Node, string Client, string Secret)
{
    /// <summary>Other servers of its cluster, which are asked when it does not answer.</summary>
    public IReadOnlyList<Uri> Others { get; init; } = [];
}
