namespace Muster.Storage.BuiltIn;

/// <summary>
/// Ends every process of a cluster: politely through the postmaster, then at once, then by force. Whoever calls it
/// holds the lock of the data directory, so nothing that it ends is in anyone's use.
/// </summary>
internal sealed class ClusterReaper(DataDirectory directory, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ShortPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly ClusterProcesses _processes = new(directory);
    private readonly HashSet<int> _seen = [];

    /// <summary>Returns how many processes there were. Afterwards nothing bars the next start.</summary>
    public async Task<int> ReapAsync(bool politely, CancellationToken token)
    {
        var found = _processes.Find();
        _seen.Clear();
        _seen.UnionWith(found);
        var gone = found.Count == 0
            || (politely && await InterruptAsync(found, token))
            || await SignalAsync(Posix.Quit, ShortPatience, token)
            || await SignalAsync(Posix.Kill, Patience, token);
        if (!gone)
        {
            throw BuiltInPostgresException.CannotEnd(string.Join(", ", _processes.Find()));
        }

        // With no process left this file is history; its number may by now be an innocent process's.
        if (Directory.Exists(directory.Cluster))
        {
            File.Delete(directory.PostmasterFile);
        }

        return found.Count;
    }

    /// <summary>Only a postmaster can end a cluster in order; without one there is nothing to be polite to.</summary>
    private async Task<bool> InterruptAsync(IReadOnlyList<int> found, CancellationToken token)
    {
        var postmaster = PostmasterFile.Read(directory.PostmasterFile)?.ProcessId;
        if (postmaster is not { } id || !found.Contains(id))
        {
            return false;
        }

        Posix.Signal(id, Posix.Interrupt);
        return await GoneAsync(Patience, token);
    }

    private async Task<bool> SignalAsync(int signal, TimeSpan patience, CancellationToken token)
    {
        foreach (var process in _processes.Find())
        {
            Posix.Signal(process, signal);
        }

        return await GoneAsync(patience, token);
    }

    private async Task<bool> GoneAsync(TimeSpan patience, CancellationToken token)
    {
        var start = time.GetTimestamp();
        while (AnyLeft())
        {
            if (time.GetElapsedTime(start) > patience)
            {
                return false;
            }

            await Task.Delay(Look, time, token);
        }

        return true;
    }

    private bool AnyLeft()
    {
        var found = _processes.Find();
        _seen.UnionWith(found);
        return found.Count > 0 || _seen.Any(ClusterProcesses.IsEnding);
    }
}
