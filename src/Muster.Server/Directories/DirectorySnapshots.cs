using Muster.Storage.Directories;

namespace Muster.Server.Directories;

/// <summary>
/// Opens snapshots, a few at a time: each holds a connection of the pool for as long as its reader takes.
/// </summary>
public sealed class DirectorySnapshots(DirectorySnapshotStore store)
{
    public const int Most = 4;

    private int _open;

    /// <summary>Whether one more may be opened; if so, <see cref="Leave"/> has to follow.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _open) <= Most)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _open);

    public Task<DirectorySnapshot> OpenAsync(CancellationToken token) => store.OpenAsync(token);
}
