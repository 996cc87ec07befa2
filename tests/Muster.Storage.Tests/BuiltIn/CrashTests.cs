using Muster.Storage.BuiltIn;

namespace Muster.Storage.Tests.BuiltIn;

/// <summary>Real processes, really killed.</summary>
public sealed class CrashTests
{
    private const int Stop = 19;

    [Fact]
    public async Task A_killed_postmaster_is_started_again_in_place()
    {
        await using var directory = await TestDirectory.WithClusterAsync();
        var log = new EventLog();
        await using var postgres = await TestPostgres.StartAsync(directory.Settings(durable: true), log);
        await TestPostgres.WriteAsync(postgres.ConnectionString, "kept");
        var healed = log.NextAsync(LogEvents.PostgresRunning);

        Posix.Signal(Running(directory).ProcessId, Posix.Kill);
        await healed;

        Assert.Equal("kept", await TestPostgres.ReadAsync(postgres.ConnectionString));
        Assert.Equal(PostgresStatus.Running, postgres.State.Status);
    }

    [Fact]
    public async Task A_postmaster_killed_beside_a_hanging_backend_is_started_again_in_place()
    {
        await using var directory = await TestDirectory.WithClusterAsync();
        var log = new EventLog();
        await using var postgres = await TestPostgres.StartAsync(directory.Settings(durable: true), log);
        var backend = await HangBackendAsync(postgres.ConnectionString);
        var healed = log.NextAsync(LogEvents.PostgresRunning);

        Posix.Signal(Running(directory).ProcessId, Posix.Kill);
        await healed;

        Assert.False(new ClusterProcesses(directory.Data).Belongs(backend));
    }

    [Fact]
    public async Task A_killed_backend_is_healed_by_the_postmaster_itself()
    {
        await using var directory = await TestDirectory.WithClusterAsync();
        var log = new EventLog();
        await using var postgres = await TestPostgres.StartAsync(directory.Settings(durable: true), log);
        await TestPostgres.WriteAsync(postgres.ConnectionString, "kept");
        var before = Running(directory).ProcessId;
        var healed = log.NextAsync(LogEvents.PostgresSaid, "ready to accept connections");

        Posix.Signal(await OpenBackendAsync(postgres.ConnectionString), Posix.Kill);
        await healed;

        Assert.Equal("kept", await TestPostgres.ReadAsync(postgres.ConnectionString));
        Assert.Equal(before, Running(directory).ProcessId);
    }

    [Fact]
    public async Task What_a_killed_Muster_left_running_is_ended_by_the_next()
    {
        await using var directory = await TestDirectory.WithClusterAsync();
        using var killed = await HeldPostgres.StartAsync(directory.Path);
        await TestPostgres.WriteAsync(killed.ConnectionString, "kept");
        var left = Running(directory).ProcessId;
        await killed.KillAsync();
        var log = new EventLog();

        await using var next = await TestPostgres.StartAsync(directory.Settings(durable: true), log);

        Assert.Contains(LogEvents.LeftoversReaped, log.Ids);
        Assert.False(new ClusterProcesses(directory.Data).Belongs(left));
        Assert.Equal("kept", await TestPostgres.ReadAsync(next.ConnectionString));
    }

    [Fact]
    public async Task A_lone_backend_of_a_killed_Muster_and_a_killed_postmaster_bars_no_start()
    {
        await using var directory = await TestDirectory.WithClusterAsync();
        using var killed = await HeldPostgres.StartAsync(directory.Path);
        var backend = await HangBackendAsync(killed.ConnectionString);
        Posix.Signal(Running(directory).ProcessId, Stop);
        await killed.KillAsync();
        Posix.Signal(Running(directory).ProcessId, Posix.Kill);
        Assert.True(new ClusterProcesses(directory.Data).Belongs(backend));

        await using var next = await TestPostgres.StartAsync(directory.Settings(durable: true));

        Assert.False(new ClusterProcesses(directory.Data).Belongs(backend));
        Assert.Equal(1, await TestPostgres.AskAsync(next.ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task A_half_made_cluster_is_made_anew()
    {
        await using var directory = new TestDirectory();
        Directory.CreateDirectory(Path.Combine(directory.Data.Staging, "base"));
        await File.WriteAllTextAsync(
            Path.Combine(directory.Data.Staging, "PG_VERSION"), "18", TestContext.Current.CancellationToken);

        await using var postgres = await TestPostgres.StartAsync(directory.Settings());

        Assert.Equal(1, await TestPostgres.AskAsync(postgres.ConnectionString, "SELECT 1"));
        Assert.False(Directory.Exists(directory.Data.Staging));
    }

    [Fact]
    public async Task A_start_that_is_cancelled_leaves_no_process()
    {
        await using var directory = new TestDirectory();
        using var cancel = new CancellationTokenSource();
        var log = new EventLog();
        var begun = log.NextAsync(LogEvents.ClusterCreated);
        var start = BuiltInPostgres.StartAsync(directory.Settings(), TimeProvider.System, log, cancel.Token);
        await begun;

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        Assert.Empty(new ClusterProcesses(directory.Data).Find());
    }

    private static PostmasterFile Running(TestDirectory directory) =>
        PostmasterFile.Read(directory.Data.PostmasterFile)!;

    /// <summary>A backend that no polite signal ends, as one that waits for a dead disk.</summary>
    private static async Task<int> HangBackendAsync(string connectionString)
    {
        var backend = await OpenBackendAsync(connectionString);
        Posix.Signal(backend, Stop);
        return backend;
    }

    private static async Task<int> OpenBackendAsync(string connectionString)
    {
        var connection = new Npgsql.NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection.ProcessID;
    }
}
