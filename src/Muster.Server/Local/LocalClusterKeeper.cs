namespace Muster.Server.Local;

/// <summary>Starts nodes of a local cluster again that have ended, after a while in which the others show how they go
/// on without them.</summary>
/// <param name="rest">How long a node stays away.</param>
/// <param name="say">Told sentences.</param>
public sealed class LocalClusterKeeper(string directory, TimeSpan rest, TimeProvider time, Action<string> say)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    // By process, because a node that was started again by hand is another one.
    private readonly Dictionary<int, long> _gone = [];

    /// <summary>Keeps them until it is stopped.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        try
        {
            using var timer = new PeriodicTimer(Look, time);
            while (await timer.WaitForNextTickAsync(token))
            {
                foreach (var node in LocalClusterFile.Find(directory)?.Nodes ?? [])
                {
                    await KeepAsync(node, token);
                }
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The way to end it.
        }
    }

    private async Task KeepAsync(LocalNode node, CancellationToken token)
    {
        if (node.State != LocalNodeState.Gone)
        {
            return;
        }

        if (_gone.TryAdd(node.ProcessId, time.GetTimestamp()))
        {
            say($"{node.Name} (process {node.ProcessId}) is gone. It is started again in {rest.TotalSeconds:0} s.");
        }
        else if (time.GetElapsedTime(_gone[node.ProcessId]) >= rest)
        {
            await RestartAsync(node, token);
        }
    }

    private async Task RestartAsync(LocalNode node, CancellationToken token)
    {
        try
        {
            var again = await LocalCluster.RestartAsync(directory, node, time, token);
            say($"{again.Name} runs again, as process {again.ProcessId}.");
        }
        catch (Exception problem) when (problem is StartRefusedException or IOException)
        {
            // The process that was started instead is in the file; it is given its time as this one was. Or somebody
            // else writes the file now: then it is looked at again.
            say(problem.Message);
        }
    }
}
