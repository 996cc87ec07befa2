using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Muster.Faults.Tests.Nodes;

/// <summary>The process of PostgreSQL that all its sessions are children of.</summary>
internal static class Postmaster
{
    public static async Task<Process> OfAsync(ProcessCluster cluster)
    {
        await using var session = new NpgsqlConnection(cluster.Database.ConnectionString);
        await session.OpenAsync();
        var state = await File.ReadAllTextAsync($"/proc/{session.ProcessID}/status");
        var parent = state.Split('\n').Single(line => line.StartsWith("PPid:", StringComparison.Ordinal));
        return Process.GetProcessById(int.Parse(parent[5..], CultureInfo.InvariantCulture));
    }
}
