using Muster.Storage.Adherence;

namespace Muster.Server.Adherence.Results;

/// <summary>Results to be written in one transaction. Immutable.</summary>
internal sealed record ResultBatch
{
    public required long Number { get; init; }

    public required ResultRows Rows { get; init; }

    /// <summary>Where all is stored when this is; null: more rows follow first.</summary>
    public ResultPosition? Position { get; init; }

    /// <summary>What was stored when the asking began.</summary>
    public required ResultPosition? Stored { get; init; }

    /// <summary>Of the organization, the agents and the log, as they were when the results became due.</summary>
    public required PastSight Past { get; init; }
}
