namespace Muster.Server.Sources;

/// <summary>Where a directory is, and how this node signs in there.</summary>
/// <param name="Address">Of a node with the role directory: http://directory:7070.</param>
public sealed record DirectoryConnection(Uri Address)
{
    /// <summary>A bearer token; null to ask for one with the client's credentials.</summary>
    public string? Token { get; init; }

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";
}
