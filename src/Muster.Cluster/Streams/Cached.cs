namespace Muster.Cluster.Streams;

/// <summary>
/// The content of a scope, cached on this node and kept up to date: an immutable snapshot that is swapped by one
/// reference. <see cref="Current"/> is safe for any thread; the rest belongs to a strand.
/// </summary>
public sealed class Cached<T> : IFollower
{
    private readonly IScopeContent<T> _content;
    private readonly StreamContext _context;
    private readonly PendingDeltas _pending = new();
    private readonly Freshness _freshness = new();
    private readonly Signal _wake;
    private volatile ScopeSnapshot<T>? _current;
    private ScopePosition _known;

    // The highest position heard since the database was last asked, whatever the timeline. The answer refutes what was
    // heard before the question, but not this; and a hint comes once, so it must not be forgotten.
    private ScopePosition _heard;
    private string? _loadBecause;

    internal Cached(ScopeName scope, IScopeContent<T> content, StreamContext context)
    {
        (Scope, _content, _context) = (scope, content, context);
        _wake = new Signal(context.Time, goesOnAtOnce: true);
    }

    public ScopeName Scope { get; }

    /// <summary>The newest snapshot; null before the first load.</summary>
    public ScopeSnapshot<T>? Current => _current;

    public ScopePosition Applied => _current?.Position ?? default;

    public long? FreshAt => _freshness.At;

    void IFollower.Hear(ScopePosition position, ScopeDelta? delta)
    {
        Remember(position);
        if (position.Timeline == Applied.Timeline && position > Applied)
        {
            _known = position > _known ? position : _known;
            if (delta is not null)
            {
                _pending.Add(delta);
            }

            _wake.Set();
        }
    }

    void IFollower.Hear(ScopePosition database, DatabaseQuestion question)
    {
        if (_current is not null && question.AppliedThen.Timeline == Applied.Timeline)
        {
            _loadBecause ??= FollowPolicy.LoadBecause(database, question.AppliedThen);
        }

        Remember(database);
        _known = database > _known ? database : _known;
        _freshness.Asked(question.AskedAt, database, Applied);
        _wake.Set();
    }

    long? IFollower.VersionOf(string entity, string id) =>
        _current is { } current ? _content.VersionOf(current.Content, entity, id) : null;

    async Task IFollower.RunAsync(CancellationToken token)
    {
        while (true)
        {
            try
            {
                await StepAsync(token);
            }
            catch (StoreAwayException)
            {
                await Task.Delay(_context.Timing.Retry, _context.Time, token);
            }
        }
    }

    private async Task StepAsync(CancellationToken token)
    {
        var view = new FollowView(_current?.Position, _known, _pending.NextAfter(Applied), _loadBecause);
        switch (FollowPolicy.Decide(view, _context.Timing.ReloadBeyond))
        {
            case FollowDecision.Load load:
                await LoadAsync(load.Reason, token);
                break;
            case FollowDecision.Apply apply:
                await ApplyAsync(apply.Delta, token);
                break;
            case FollowDecision.Pull:
                await PullAsync(token);
                break;
            default:
                await _wake.WaitAsync(token);
                break;
        }
    }

    private async Task LoadAsync(string reason, CancellationToken token)
    {
        var askedAt = _context.Time.GetTimestamp();
        _heard = default;
        var loaded = await _content.LoadAsync(token);
        if (loaded.Position.Timeline < _known.Timeline)
        {
            throw new StoreAwayException(
                $"{Scope} was read on timeline {loaded.Position.Timeline} after {_known}: "
                    + "that database is no longer the primary.");
        }

        (_loadBecause, _known) = (null, WithHeard(loaded.Position));
        _context.Loaded(Scope, loaded.Position, reason);
        Swap(loaded);
        _freshness.Asked(askedAt, loaded.Position, loaded.Position);
    }

    private async Task PullAsync(CancellationToken token)
    {
        var askedAt = _context.Time.GetTimestamp();
        _heard = default;
        if (await _context.Store.ReadChangesAsync(Scope, Applied, token) is not { } delta)
        {
            _loadBecause = $"The changes after {Applied} cannot be had.";
            return;
        }

        // Of a newer timeline only the database itself can have told meanwhile.
        if (_known.Timeline == delta.Position.Timeline)
        {
            _known = WithHeard(delta.Position);
        }

        await ApplyAsync(delta, token);
        _freshness.Asked(askedAt, delta.Position, Applied);
    }

    private void Remember(ScopePosition position)
    {
        if (position > _heard)
        {
            _heard = position;
        }
    }

    private ScopePosition WithHeard(ScopePosition answer) =>
        _heard.Timeline == answer.Timeline && _heard > answer ? _heard : answer;

    private async Task ApplyAsync(ScopeDelta delta, CancellationToken token)
    {
        if (delta.Changes.Count > 0)
        {
            Swap(new ScopeSnapshot<T>(
                delta.Position, await _content.ApplyAsync(_current!.Content, delta, token)));
        }
    }

    private void Swap(ScopeSnapshot<T> next)
    {
        _current = next;
        _freshness.Applied(next.Position);
        _context.Applied(Scope, next.Position);
    }
}
