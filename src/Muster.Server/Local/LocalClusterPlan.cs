namespace Muster.Server.Local;

/// <summary>Which nodes a local cluster has.</summary>
/// <param name="Settings">Options of every node, as Area:Name=value.</param>
public sealed record LocalClusterPlan(IReadOnlyList<LocalNodePlan> Nodes, IReadOnlyList<string> Settings)
{
    /// <summary>What is started: this very program, unless told otherwise.</summary>
    public string Program { get; init; } = Environment.ProcessPath!;

    /// <summary>"server-1", "server-2", "builder-1": ports in that order from the first one on.</summary>
    public static LocalClusterPlan Of(int servers, int builders, int firstPort, IReadOnlyList<string> settings) =>
        Of([("server,aggregator", servers), ("builder", builders)], firstPort, settings);

    /// <summary>
    /// Nodes of several roles, called by the first of them and numbered: ports in that order from the first one on.
    /// </summary>
    public static LocalClusterPlan Of(
        IReadOnlyList<(string Roles, int Count)> roles, int firstPort, IReadOnlyList<string> settings)
    {
        var nodes = roles.SelectMany(row => Enumerable.Range(1, row.Count).Select(number => (row.Roles, number)));
        return new LocalClusterPlan(
            [.. nodes.Select((node, index) =>
                new LocalNodePlan($"{node.Roles.Split(',')[0]}-{node.number}", node.Roles, firstPort + index))],
            settings);
    }
}
