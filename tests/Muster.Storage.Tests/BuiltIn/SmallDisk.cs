using System.Diagnostics;
using System.Globalization;
using Muster.Storage.BuiltIn;

namespace Muster.Storage.Tests.BuiltIn;

/// <summary>A data directory on a disk of its own, small enough to fill. Mounting it takes root.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly TestDirectory _directory = new();

    public DataDirectory Data => _directory.Data;

    public BuiltInPostgresSettings Settings => _directory.Settings(durable: true);

    private string Filler => Path.Combine(_directory.Path, "filler");

    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var disk = new SmallDisk();
        var size = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=711");
        var mounted = await RunAsync("mount", "-t", "tmpfs", "-o", size, "none", disk.Data.Path);
        Assert.True(mounted == 0, "This machine does not let root mount a disk.");
        return disk;
    }

    /// <summary>Leaves not a block.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                filler.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Full, as wished.
        }
    }

    public void Empty() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await new ClusterReaper(Data, TimeProvider.System).ReapAsync(politely: false, CancellationToken.None);
        await RunAsync("umount", Data.Path);
        await _directory.DisposeAsync();
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
