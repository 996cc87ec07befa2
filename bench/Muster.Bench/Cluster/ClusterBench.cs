
namespace Muster.Bench.Cluster;

/// <summary>The figures of the agreement, each beside its floor in the same run.</summary>
internal static class ClusterBench
{
    private static readonly IReadOnlyDictionary<string, Func<string, string, CancellationToken, Task>> Parts =
        new Dictionary<string, Func<string, string, CancellationToken, Task>>
        {
            ["mesh"] = (connection, _, token) => MeshBench.RunAsync(connection, token),
            ["publish"] = (connection, _, token) => PublishBench.RunAsync(connection, token),
            ["fence"] = (connection, _, token) => FenceBench.RunAsync(connection, token),
            ["stream"] = (connection, _, token) => StreamBench.RunAsync(connection, token),
            ["takeover"] = TakeoverBench.RunAsync,
        };

    /// <param name="parts">Which figures; none named: all.</param>
    public static async Task<int> RunAsync(IReadOnlyCollection<string> parts, CancellationToken token)
    {
        await using var home = await BenchDatabase.OpenAsync(token);
        foreach (var (_, run) in Parts.Where(part => parts.Count == 0 || parts.Contains(part.Key)))
        {
            await run(home.ConnectionString, home.Folder, token);
        }

        return 0;
    }
}
