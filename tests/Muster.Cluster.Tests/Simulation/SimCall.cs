namespace Muster.Cluster.Tests.Simulation;

/// <summary>
/// A request to the database: the answer comes, or it is not known whether the request had any effect.
/// </summary>
internal sealed class SimCall<T>(SimProcess caller, SimDatabase database, SimProcess server, Func<Task<T>> handle)
    : TaskCompletionSource<T>
{
    private T? _result;
    private Exception? _refused;

    public void TimeOut()
    {
        if (!Task.IsCompleted)
        {
            SetException(new StoreAwayException("The database is silent."));
        }
    }

    public async void Arrive()
    {
        try
        {
            _result = await handle();
        }
        catch (Exception refused) when (refused is StoreAwayException or Leases.FenceLostException)
        {
            _refused = refused;
        }

        if (!server.IsDead)
        {
            database.Send(caller, static call => ((SimCall<T>)call!).Settle(), this);
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
