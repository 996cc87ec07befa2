namespace Muster.Server.Events;

/// <summary>Lines of a source on their way into the database.</summary>
public sealed class IngestChunk(LineOrigin origin, IReadOnlyList<EventLine> lines)
{
    private readonly TaskCompletionSource<ChunkCounts> _done =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LineOrigin Origin { get; } = origin;

    public IReadOnlyList<EventLine> Lines { get; } = lines;

    /// <summary>Ends when they are committed; fails when it is not known that they are.</summary>
    public Task<ChunkCounts> Done => _done.Task;

    public void Complete(ChunkCounts counts) => _done.TrySetResult(counts);

    public void Fail(Exception problem) => _done.TrySetException(problem);
}
