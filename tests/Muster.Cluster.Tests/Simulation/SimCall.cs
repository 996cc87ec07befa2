using Muster.Cluster.Leases;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>
/// A request to the database: the answer comes, or it is not known whether the request had any effect.
/// </summary>
/// <param name="handle">A Func of T, or of a task of it.</param>
internal sealed class SimCall<T>(
    World world, SimProcess caller, SimDatabase database, SimProcess server, Delegate handle)
    : TaskCompletionSource<T>
{
    // The connection to a server that is no more breaks within this time.
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(1);

    private long _end;
    private T? _result;
    private Exception? _refused;

    public void LookAfter(TimeSpan patience)
    {
        _end = world.Now + patience.Ticks;
        LookAgain();
    }

    public async void Arrive()
    {
        try
        {
            _result = handle is Func<T> atOnce ? atOnce() : await ((Func<Task<T>>)handle)();
        }
        catch (Exception refused) when (refused is StoreAwayException or FenceLostException)
        {
            _refused = refused;
        }

        if (!server.IsDead)
        {
            database.Send(caller, static call => ((SimCall<T>)call!).Settle(), this);
        }
    }

    private void LookAgain() => world.At(
        Math.Min(_end, world.Now + Notice.Ticks), caller, static call => ((SimCall<T>)call!).Look(), this);

    private void Look()
    {
        if (Task.IsCompleted)
        {
            return;
        }

        if (world.Now >= _end)
        {
            SetException(new StoreAwayException("The database is silent."));
        }
        else if (server.IsDead && !database.CutOff.Contains(caller.Name))
        {
            SetException(new StoreAwayException("The connection is broken."));
        }
        else
        {
            LookAgain();
        }
    }

    private void Settle()
    {
        if (_refused is null)
        {
            TrySetResult(_result!);
        }
        else
        {
            TrySetException(_refused);
        }
    }
}
