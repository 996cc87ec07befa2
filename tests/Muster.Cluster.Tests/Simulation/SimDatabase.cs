namespace Muster.Cluster.Tests.Simulation;

/// <summary>
/// A PostgreSQL that keeps what this product relies on: transactions that are all or nothing, row locks, sessions whose
/// end frees their locks, a clock that can be set, and a failover that may lose the last commits.
/// </summary>
internal sealed partial class SimDatabase
{
    private const int HistoryKept = 40;

    private readonly World _world;
    private readonly Referee _referee;
    private readonly List<DatabaseState> _history = [];
    private readonly Dictionary<string, SimLock> _locks = [];
    private SimProcess _process;
    private DatabaseState _state = new();

    public SimDatabase(World world, Referee referee)
    {
        (_world, _referee) = (world, referee);
        _process = new SimProcess(world, "database");
        Kernel = new SimProcess(world, "kernel");
    }

    /// <summary>What goes on whatever becomes of the server.</summary>
    public SimProcess Kernel { get; }

    public int Timeline { get; private set; } = 1;

    public bool IsUp => _process.Runs;

    public TimeSpan ClockOffset { get; set; }

    public DatabaseState State => _state;

    /// <summary>Calls take so long in each direction, in milliseconds.</summary>
    public (double Least, double Most) Latency { get; set; } = (0.1, 0.5);

    public HashSet<string> CutOff { get; } = [];

    private long Clock => _world.Now + ClockOffset.Ticks;

    public void Pause() => _process.Pause();

    public void Resume() => _process.Resume();

    /// <summary>Every session and every open transaction is gone; what was committed stays.</summary>
    public void Restart()
    {
        _process.Kill();
        _process = new SimProcess(_world, "database");
        foreach (var session in _sessions)
        {
            session.IsEnded = true;
        }

        _sessions.Clear();
        _locks.Clear();
    }

    /// <summary>Another server takes over, without the last commits.</summary>
    public void FailOver(int commitsLost)
    {
        Restart();
        var left = _history.Count > commitsLost ? _history[^(commitsLost + 1)] : _state;
        _referee.TimelineEnds(Timeline, _state, left);
        Timeline++;
        _state = left;
        _history.Clear();
        _history.Add(_state);
    }

    /// <summary>Comes back without the last commits, and says nothing of it.</summary>
    public void LoseCommits(int count)
    {
        _state = _history[^(count + 1)];
        _history.RemoveRange(_history.Count - count, count);
    }

    /// <summary>Sends a request; the answer comes, or it is not known whether the request had any effect.</summary>
    public Task<T> CallAsync<T>(SimProcess caller, Func<Task<T>> handle, TimeSpan patience) =>
        SendAsync<T>(caller, handle, patience);

    public Task<T> CallAsync<T>(SimProcess caller, Func<T> handle) =>
        SendAsync<T>(caller, handle, TimeSpan.FromSeconds(1));

    /// <summary>Sends an answer.</summary>
    public void Send(SimProcess caller, SendOrPostCallback settle, object call)
    {
        if (!CutOff.Contains(caller.Name))
        {
            _world.After(Delay(), caller, settle, call);
        }
    }

    private Task<T> SendAsync<T>(SimProcess caller, Delegate handle, TimeSpan patience)
    {
        var call = new SimCall<T>(_world, caller, this, _process, handle);
        call.LookAfter(patience);
        if (!CutOff.Contains(caller.Name))
        {
            _world.After(Delay(), _process, static call => ((SimCall<T>)call!).Arrive(), call);
        }

        return call.Task;
    }

    private TimeSpan Delay() => _world.Between(Latency.Least, Latency.Most);

    private void Commit(DatabaseState next)
    {
        _referee.Committed(_state, next, Clock);
        _state = next;
        _history.Add(next);
        if (_history.Count > HistoryKept)
        {
            _history.RemoveAt(0);
        }
    }

    private SimLock LockOf(string name)
    {
        if (!_locks.TryGetValue(name, out var found))
        {
            found = new SimLock();
            _locks[name] = found;
        }

        return found;
    }
}
