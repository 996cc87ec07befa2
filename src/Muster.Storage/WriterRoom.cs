namespace Muster.Storage;

/// <summary>
/// Places for transactions that write. Whoever writes waits for others' locks, and holds a connection meanwhile: with
/// places for some of the connections only, the rest are there for those who read, above all for what follows the
/// changes. Safe for many threads.
/// </summary>
internal sealed class WriterRoom(int places, TimeSpan patience) : IDisposable
{
    private readonly SemaphoreSlim _free = new(places);

    /// <returns>The place; disposed, it is another's.</returns>
    /// <exception cref="TimeoutException">None was free in time.</exception>
    public async Task<IDisposable> TakeAsync(CancellationToken token) => await _free.WaitAsync(patience, token)
        ? new Place(_free)
        : throw new TimeoutException($"{places} others write, and none of them was done in time.");

    public void Dispose() => _free.Dispose();

    private sealed class Place(SemaphoreSlim free) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) != 0)
            {
                return;
            }

            try
            {
                free.Release();
            }
            catch (ObjectDisposedException)
            {
                // The pool was closed before this transaction ended: there is no other any more.
            }
        }
    }
}
