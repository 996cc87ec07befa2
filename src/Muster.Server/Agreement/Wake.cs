using System.Threading.Channels;

namespace Muster.Server.Agreement;

/// <summary>
/// Lets one loop wait until there is something to do. Set before it waits, it is remembered once. Safe for many
/// threads.
/// </summary>
public sealed class Wake(TimeProvider time)
{
    private readonly Channel<bool> _set = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => _set.Writer.TryWrite(true);

    /// <summary>Returns when it is set, or so much time has passed.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken token)
    {
        using var limit = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        try
        {
            await _set.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            // So much time has passed.
        }
    }
}
