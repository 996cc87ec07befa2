namespace Muster.Server.Commands;

/// <summary>What is to be fed to whom.</summary>
internal sealed record FeedOrder
{
    /// <summary>A path; "-" for standard input.</summary>
    public required string File { get; init; }

    public required string Source { get; init; }

    public required Uri Node { get; init; }

    /// <summary>Other servers of its cluster, which take the lines when it does not answer.</summary>
    public IReadOnlyList<Uri> Others { get; init; } = [];

    public Guid? Tenant { get; init; }

    public required string Client { get; init; }

    public required string Secret { get; init; }

    /// <summary>Whether to go on with what is written to the file later.</summary>
    public bool Follow { get; init; }

    public bool IsInput => File == "-";
}
