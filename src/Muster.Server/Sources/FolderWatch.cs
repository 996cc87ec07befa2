using Muster.Server.Agreement;

namespace Muster.Server.Sources;

/// <summary>Wakes whoever waits when something happens in a folder, where the system can tell that.</summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher? _watcher;

    public FolderWatch(string folder, Wake changed)
    {
        try
        {
            _watcher = new FileSystemWatcher(folder);
            _watcher.Changed += (_, _) => changed.Set();
            _watcher.Created += (_, _) => changed.Set();
            _watcher.Deleted += (_, _) => changed.Set();
            _watcher.Renamed += (_, _) => changed.Set();
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception problem) when (problem is IOException or ArgumentException)
        {
            // There are no more watches to be had, or the folder has just gone: looking from time to time is enough.
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    public void Dispose() => _watcher?.Dispose();
}
