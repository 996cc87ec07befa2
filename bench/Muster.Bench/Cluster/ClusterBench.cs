using Microsoft.Extensions.Logging.Abstractions;
using Muster.Server.Host;
using Muster.Server.Options;

namespace Muster.Bench.Cluster;

/// <summary>The figures of the agreement, each beside its floor in the same run.</summary>
internal static class ClusterBench
{
    public static async Task<int> RunAsync(CancellationToken token)
    {
        var data = Directory.CreateTempSubdirectory("muster-bench-").FullName;
        File.SetUnixFileMode(data, File.GetUnixFileMode(data) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        try
        {
            var options = OptionReader.Read(
            [
                new OptionSetting("Data:Directory", data, "bench"), new OptionSetting("Database:Ballast", "0", "bench"),
            ]);
            await using var home = await DatabaseHome.OpenAsync(
                options, TimeProvider.System, NullLoggerFactory.Instance, token);
            await MeshBench.RunAsync(home.ConnectionString, token);
            await PublishBench.RunAsync(home.ConnectionString, token);
            await FenceBench.RunAsync(home.ConnectionString, token);
            await StreamBench.RunAsync(home.ConnectionString, token);
            await TakeoverBench.RunAsync(home.ConnectionString, data, token);
            return 0;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
