namespace Muster.Server.Events;

/// <summary>Lines of a source on their way into the database.</summary>
/// <param name="source">The source's number.</param>
public sealed class IngestChunk(int source, IReadOnlyList<EventLine> lines)
{
    private readonly TaskCompletionSource<ChunkCounts> _done =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Source { get; } = source;

    public IReadOnlyList<EventLine> Lines { get; } = lines;

    /// <summary>Ends when they are committed; fails when it is not known that they are.</summary>
    public Task<ChunkCounts> Done => _done.Task;

    public void Complete(ChunkCounts counts) => _done.TrySetResult(counts);

    public void Fail(Exception problem) => _done.TrySetException(problem);
}
