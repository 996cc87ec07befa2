namespace Muster.Server.Local;

/// <summary>Which nodes a local cluster has.</summary>
/// <param name="Settings">Options of every node, as Area:Name=value.</param>
public sealed record LocalClusterPlan(IReadOnlyList<LocalNodePlan> Nodes, IReadOnlyList<string> Settings)
{
    /// <summary>What is started: this very program, unless told otherwise.</summary>
    public string Program { get; init; } = Environment.ProcessPath!;

    /// <summary>"server-1", "server-2", "builder-1": ports in that order from the first one on.</summary>
    public static LocalClusterPlan Of(int servers, int builders, int firstPort, IReadOnlyList<string> settings) => new(
        [
            .. Enumerable.Range(0, servers)
                .Select(index => new LocalNodePlan($"server-{index + 1}", "server", firstPort + index)),
            .. Enumerable.Range(0, builders)
                .Select(index => new LocalNodePlan($"builder-{index + 1}", "builder", firstPort + servers + index)),
        ],
        settings);
}
