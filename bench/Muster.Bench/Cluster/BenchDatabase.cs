using Microsoft.Extensions.Logging.Abstractions;
using Muster.Server.Host;
using Muster.Server.Options;

namespace Muster.Bench.Cluster;

/// <summary>A built-in PostgreSQL in a folder of its own, both gone afterwards.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly DatabaseHome _home;

    private BenchDatabase(string folder, DatabaseHome home) => (Folder, _home) = (folder, home);

    public string Folder { get; }

    public string ConnectionString => _home.ConnectionString;

    public static async Task<BenchDatabase> OpenAsync(CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("muster-bench-").FullName;

        // PostgreSQL does not run as root, and has to come in.
        File.SetUnixFileMode(
            folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        var options = OptionReader.Read(
        [
            new OptionSetting("Data:Directory", folder, "bench"), new OptionSetting("Database:Ballast", "0", "bench"),
        ]);
        return new BenchDatabase(folder, await DatabaseHome.OpenAsync(
            options, TimeProvider.System, NullLoggerFactory.Instance, token));
    }

    public async ValueTask DisposeAsync()
    {
        await _home.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
