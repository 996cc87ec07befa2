using System.Collections.Concurrent;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>
/// Where it is asked when agents were on queue, of what this node has folded of the days around now. Safe for many
/// threads.
/// </summary>
public sealed class PresenceDesk(TimeProvider time)
{
    // The strand looks up ten times a second.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentQueue<PresenceAsk> _asked = new();
    private volatile bool _isOpen;

    /// <returns>Null when this node does not know: it still reads, or that day is over long since.</returns>
    public async Task<Presence?> AskAsync(
        IReadOnlyCollection<AgentId> agents, Interval range, CancellationToken token)
    {
        if (!_isOpen)
        {
            return null;
        }

        var ask = new PresenceAsk(agents, range);
        _asked.Enqueue(ask);
        try
        {
            return await ask.Done.Task.WaitAsync(Patience, time, token);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Answers all who have asked. Called by the strand alone.</summary>
    /// <param name="fold">Null: nothing is known any more.</param>
    internal void Answer(TodayFold? fold)
    {
        _isOpen = fold is not null;
        while (_asked.TryDequeue(out var ask))
        {
            ask.Done.TrySetResult(fold?.Presence(ask.Agents, ask.Range));
        }
    }
}
