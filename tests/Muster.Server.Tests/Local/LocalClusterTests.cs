using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Muster.Server.Local;
using Muster.Testing;

namespace Muster.Server.Tests.Local;

[UnsupportedOSPlatform("windows")]
public sealed class LocalClusterTests : IDisposable
{
    private const string Connection = "Host=nowhere;Password=hidden";

    private readonly DirectoryInfo _folder = TemporaryFolder.Make();

    [Fact]
    public async Task A_node_is_told_its_database_where_others_cannot_read_it()
    {
        var program = Script("echo \"$MUSTER_DATABASE__CONNECTION told; arguments: $*\"");
        var plan = new LocalClusterPlan(
            [new LocalNodePlan("one", "server", 1)], [$"Database:Connection={Connection}", "Limit:Burst=5"])
        {
            Program = program,
        };

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => LocalCluster.StartAsync(
            plan, _folder.FullName, Connection, TimeProvider.System, CancellationToken.None));

        Assert.Contains($"{Connection} told; arguments: serve", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Limit:Burst=5", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, refused.Message.Split(Connection).Length);
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_refused_before_anything_starts()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var plan = new LocalClusterPlan([new LocalNodePlan("one", "server", port)], []) { Program = Script("exit 0") };

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => LocalCluster.StartAsync(
            plan, _folder.FullName, Connection, TimeProvider.System, CancellationToken.None));

        Assert.StartsWith($"one cannot have port {port}", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.FullName, "*.log"));
    }

    [Fact]
    public void A_process_that_was_given_the_id_of_a_node_is_not_taken_for_it()
    {
        var node = new LocalNode("one", "http://127.0.0.1:1", "log", Environment.ProcessId, "muster", []);

        Assert.Equal(LocalNodeState.Gone, node.State);
    }

    [Fact]
    public async Task A_signal_that_cannot_be_sent_keeps_no_other_node_running()
    {
        Assert.False(await LocalProcess.TrySignalAsync(int.MaxValue, "TERM", CancellationToken.None));
        Assert.True(await LocalProcess.TrySignalAsync(Environment.ProcessId, "CONT", CancellationToken.None));
    }

    [Fact]
    public void What_is_known_of_a_cluster_is_for_its_owner_alone()
    {
        var file = Path.Combine(_folder.FullName, "cluster.json");
        File.WriteAllText(file + ".new", "left behind, for all to read");

        new LocalClusterFile(1, Connection, []).Write(_folder.FullName);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(Connection, LocalClusterFile.Read(_folder.FullName).Connection);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Script(string line)
    {
        // Not by this process: what another thread starts meanwhile would hold the file open, and it could not be run.
        var path = Path.Combine(_folder.FullName, "program");
        using var writer = Process.Start(
            "/bin/sh",
            ["-c", "printf '%s\\n' '#!/bin/sh' \"$2\" > \"$1\" && chmod 700 \"$1\"", "sh", path, line]);
        writer.WaitForExit();
        return path;
    }
}
