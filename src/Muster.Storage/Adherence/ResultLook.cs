namespace Muster.Storage.Adherence;

/// <summary>How the database stood at one moment, in the marks of what is judged: of one snapshot.</summary>
public sealed record ResultLook
{
    public required int Timeline { get; init; }

    /// <summary>All transactions before this one have ended: what they committed is in the snapshot.</summary>
    public required long Oldest { get; init; }

    /// <summary>No transaction from this one on is in the snapshot, nor in anything that was read before it.</summary>
    public required long Next { get; init; }

    /// <summary>By the database's clock, when it was asked: not after the snapshot.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The last place of the log.</summary>
    public required long LogSeq { get; init; }

    /// <summary>Versions of the scopes, in the order in which they were asked for.</summary>
    public required long[] Versions { get; init; }

    /// <summary>What is stored; null: nothing yet.</summary>
    public required ResultPosition? Stored { get; init; }
}
