using Muster.Cluster.Tests.Simulation;

namespace Muster.Cluster.Tests;

public sealed class SignalTests
{
    private readonly SimBench _bench = new();
    private readonly SimBenchNode _node;
    private readonly Signal _signal;

    public SignalTests()
    {
        _node = _bench.Node("a");
        _signal = new Signal(_node.Time);
    }

    [Fact]
    public void Who_waits_is_woken()
    {
        var wait = Wait(Timeout.InfiniteTimeSpan);
        _bench.Pass(10_000);
        Assert.False(wait.IsCompleted);
        _node.Do(_signal.Set);
        _bench.Pass(1);
        Assert.True(wait.IsCompletedSuccessfully);
    }

    [Fact]
    public void Set_before_the_wait_it_is_remembered()
    {
        _signal.Set();
        Assert.True(Wait(Timeout.InfiniteTimeSpan).IsCompletedSuccessfully);
    }

    [Fact]
    public void It_is_remembered_once()
    {
        _signal.Set();
        _signal.Set();
        Wait(Timeout.InfiniteTimeSpan);
        Assert.False(Wait(Timeout.InfiniteTimeSpan).IsCompleted);
    }

    [Fact]
    public void Time_ends_the_wait()
    {
        var wait = Wait(TimeSpan.FromMilliseconds(100));
        _bench.Pass(99);
        Assert.False(wait.IsCompleted);
        _bench.Pass(1);
        Assert.True(wait.IsCompletedSuccessfully);
    }

    [Fact]
    public void No_time_is_no_wait() => Assert.True(Wait(TimeSpan.Zero).IsCompletedSuccessfully);

    [Fact]
    public void Cancellation_ends_the_wait()
    {
        using var stop = new CancellationTokenSource();
        var wait = _node.Do(() => _signal.WaitAsync(stop.Token));
        _node.Do(stop.Cancel);
        _bench.Pass(1);
        Assert.True(wait.IsCanceled);
    }

    [Fact]
    public void Whoever_sets_it_goes_on_first()
    {
        var wait = Wait(Timeout.InfiniteTimeSpan);
        _node.Do(() =>
        {
            _signal.Set();
            Assert.False(wait.IsCompleted);
        });
    }

    [Fact]
    public void Where_it_is_asked_for_who_waits_goes_on_at_once()
    {
        var signal = new Signal(_node.Time, goesOnAtOnce: true);
        var wait = _node.Do(() => signal.WaitAsync(CancellationToken.None));
        _node.Do(() =>
        {
            signal.Set();
            Assert.True(wait.IsCompletedSuccessfully);
        });
    }

    private Task Wait(TimeSpan atMost) => _node.Do(() => _signal.WaitAsync(atMost, CancellationToken.None));
}
