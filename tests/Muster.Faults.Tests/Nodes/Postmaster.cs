using System.Diagnostics;
using System.Globalization;
using Muster.Testing;
using Npgsql;

namespace Muster.Faults.Tests.Nodes;

/// <summary>The process of PostgreSQL that all its sessions are children of.</summary>
internal static class Postmaster
{
    /// <summary>Kills it, and returns when its sessions have noticed: they answer until then.</summary>
    public static async Task KillAsync(ProcessCluster cluster)
    {
        using var postmaster = await OfAsync(cluster);
        var path = $"/proc/{postmaster.Id}/task/{postmaster.Id}/children";
        var children = (await File.ReadAllTextAsync(path)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        postmaster.Kill();
        await Until.FineAsync(TimeSpan.FromSeconds(10), () =>
            Task.FromResult(Array.Find(children, IsAlive) is { } child ? $"{child} outlives its postmaster" : null));
    }

    private static async Task<Process> OfAsync(ProcessCluster cluster)
    {
        await using var session = new NpgsqlConnection(cluster.Database.ConnectionString);
        await session.OpenAsync();
        var state = await File.ReadAllTextAsync($"/proc/{session.ProcessID}/status");
        var parent = state.Split('\n').Single(line => line.StartsWith("PPid:", StringComparison.Ordinal));
        return Process.GetProcessById(int.Parse(parent[5..], CultureInfo.InvariantCulture));
    }

    private static bool IsAlive(string process)
    {
        try
        {
            return !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
