namespace Muster.Cluster.Streams;

/// <summary>
/// All scopes that this node follows. They learn of changes from the mesh, from notices of the database, and at last
/// from asking it every <see cref="StreamTiming.Slack"/>: each way only faster than the next. Belongs to a strand.
/// </summary>
public sealed class Scopes
{
    private readonly IScopeStore _store;
    private readonly StreamTiming _timing;
    private readonly TimeProvider _time;
    private readonly Signal _askNow;
    private readonly StreamContext _context;

    // Whoever waits for it is told at once: through the thread pool a simulation would not be the same twice.
    private readonly TaskCompletionSource _ended = new();

    // Copied when it changes, and in the order in which scopes were added: a simulation has to be repeatable.
    private volatile Dictionary<ScopeName, IFollower> _followers = [];
    private CancellationToken? _started;
    private int _highestTimeline;
    private int _databaseTimeline;

    public Scopes(IScopeStore store, StreamTiming timing, TimeProvider time)
    {
        (_store, _timing, _time) = (store, timing, time);
        _askNow = new Signal(time);
        _context = new StreamContext(
            store, timing, time, (scope, at) => Applied?.Invoke(scope, at),
            (scope, at, why) => Loaded?.Invoke(scope, at, why));
    }

    /// <summary>A snapshot was swapped in: the scope, and how far it is now.</summary>
    public event Action<ScopeName, ScopePosition>? Applied;

    /// <summary>Content was read as a whole, and why.</summary>
    public event Action<ScopeName, ScopePosition, string>? Loaded;

    /// <summary>What is applied of each scope; a scope without content yet is at timeline 0.</summary>
    public IReadOnlyDictionary<ScopeName, ScopePosition> Positions =>
        _followers.ToDictionary(pair => pair.Key, pair => pair.Value.Applied);

    /// <summary>Begins to follow a scope.</summary>
    public Cached<T> Follow<T>(ScopeName scope, IScopeContent<T> content)
    {
        var cached = new Cached<T>(scope, content, _context);
        _followers = new Dictionary<ScopeName, IFollower>(_followers) { [scope] = cached };
        if (_started is { } token)
        {
            Start(cached, token);
        }

        return cached;
    }

    /// <summary>
    /// By this node's clock: all that was committed in a scope before this moment is applied. Null when that cannot be
    /// said: nothing is loaded, or other nodes know of a newer database than the one this node reads.
    /// </summary>
    /// <param name="timeline">The timeline of what is applied.</param>
    public long? FreshAt(ScopeName scope, out int timeline)
    {
        var follower = _followers.GetValueOrDefault(scope);
        timeline = follower?.Applied.Timeline ?? 0;
        return _highestTimeline > _databaseTimeline ? null : follower?.FreshAt;
    }

    /// <summary>The version of an entity on this node; null when it is not held.</summary>
    public long? VersionOf(ScopeName scope, string entity, string id) =>
        _followers.GetValueOrDefault(scope)?.VersionOf(entity, id);

    /// <summary>
    /// Hears a notice of the database, which any of its users can make: of a timeline that it says it has, no more than
    /// a hint, of any other, only a reason to ask.
    /// </summary>
    public void HearNotice(ScopeName scope, ScopePosition position)
    {
        if (position.Timeline == _databaseTimeline)
        {
            Hear(scope, position, null);
        }
        else
        {
            AskNow();
        }
    }

    /// <summary>Hears of a position, from a commit on this node or another node: a hint.</summary>
    public void Hear(ScopeName scope, ScopePosition position, ScopeDelta? delta)
    {
        if (position.Timeline > _highestTimeline)
        {
            _highestTimeline = position.Timeline;
            AskNow();
        }

        _followers.GetValueOrDefault(scope)?.Hear(position, delta);
    }

    /// <summary>Asks the database at once.</summary>
    public void AskNow() => _askNow.Set();

    /// <summary>Asks and follows until stopped. A follower that fails ends it: its content would stand still.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        _started = token;
        foreach (var follower in _followers.Values)
        {
            Start(follower, token);
        }

        await await Task.WhenAny(AskAgainAndAgainAsync(token), _ended.Task);
    }

    // On the strand, where the follower ends: a simulation has one thread.
    private void Start(IFollower follower, CancellationToken token) => follower.RunAsync(token).ContinueWith(
        ended => _ended.TrySetFromTask(ended),
        CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private async Task AskAgainAndAgainAsync(CancellationToken token)
    {
        while (true)
        {
            try
            {
                await AskAsync(token);
            }
            catch (StoreAwayException)
            {
                await Task.Delay(_timing.Retry, _time, token);
                continue;
            }

            await _askNow.WaitAsync(_timing.Slack, token);
        }
    }

    private async Task AskAsync(CancellationToken token)
    {
        var askedAt = _time.GetTimestamp();
        var followers = _followers.Values.Select(follower => (follower, follower.Applied)).ToList();
        var versions = await _store.ReadVersionsAsync(token);
        _databaseTimeline = versions.Timeline;
        _highestTimeline = Math.Max(_highestTimeline, versions.Timeline);
        foreach (var (follower, applied) in followers)
        {
            follower.Hear(versions.Of(follower.Scope), new DatabaseQuestion(askedAt, applied));
        }
    }
}
