namespace Muster.Domain.Sources;

/// <summary>One row that a source gave: an object, or why it is none.</summary>
public sealed record SourceRow
{
    private SourceRow(SourceObject? read, RejectedRow? rejected) => (Given, Rejected) = (read, rejected);

    public SourceObject? Given { get; }

    public RejectedRow? Rejected { get; }

    public static implicit operator SourceRow(SourceObject read) => new(read, null);

    public static implicit operator SourceRow(RejectedRow rejected) => new(null, rejected);
}
