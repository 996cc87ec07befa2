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

    // Whoever asks again so soon is answered the same.
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<PresenceAsk> _asked = new();

    // The strand's.
    private readonly List<PresenceAsk> _waiting = [];
    private readonly List<(PresenceAsk Ask, Presence? Known, long At)> _kept = [];
    private volatile bool _isOpen;

    /// <param name="agents">The same object each time: then all who ask are answered at once.</param>
    /// <returns>Null when this node does not know: it still reads, or that day is over long since.</returns>
    public async Task<Presence?> AskAsync(
        IEnumerable<AgentId> agents, Interval range, CancellationToken token)
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
        finally
        {
            // Nobody waits for it any more.
            ask.Done.TrySetCanceled(CancellationToken.None);
        }
    }

    /// <summary>
    /// Answers who has asked. Called by the strand alone, and with each call one question is worked out: adherence is
    /// not held up.
    /// </summary>
    /// <param name="fold">Null: nothing is known any more.</param>
    internal void Answer(TodayFold? fold)
    {
        _isOpen = fold is not null;
        while (_asked.TryDequeue(out var ask))
        {
            _waiting.Add(ask);
        }

        _kept.RemoveAll(one => fold is null || time.GetElapsedTime(one.At) >= Keep);
        AnswerKept();
        if (_waiting is [var first, ..])
        {
            _kept.Add((first, fold?.Presence(first.Agents, first.Range), time.GetTimestamp()));
            AnswerKept();
        }

        if (fold is null)
        {
            _waiting.ForEach(ask => ask.Done.TrySetResult(null));
            _waiting.Clear();
            _kept.Clear();
        }
    }

    private void AnswerKept()
    {
        foreach (var ask in _waiting)
        {
            if (_kept.Find(one => one.Ask.IsLike(ask)) is { Ask: not null } found)
            {
                ask.Done.TrySetResult(found.Known);
            }
        }

        _waiting.RemoveAll(ask => ask.Done.Task.IsCompleted);
    }
}
