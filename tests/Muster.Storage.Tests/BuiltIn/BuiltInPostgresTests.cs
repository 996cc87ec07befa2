using System.Globalization;
using Muster.Storage.BuiltIn;

namespace Muster.Storage.Tests.BuiltIn;

public sealed class BuiltInPostgresTests
{
    [Fact]
    public async Task What_was_written_before_a_stop_is_there_after_the_next_start()
    {
        await using var directory = new TestDirectory();
        await using (var first = await TestPostgres.StartAsync(directory.Settings(durable: true)))
        {
            await TestPostgres.WriteAsync(first.ConnectionString, "kept");
        }

        await using var second = await TestPostgres.StartAsync(directory.Settings(durable: true));

        Assert.Equal("kept", await TestPostgres.ReadAsync(second.ConnectionString));
    }

    [Fact]
    public async Task A_stop_leaves_no_process_and_frees_the_directory()
    {
        await using var directory = await TestDirectory.WithClusterAsync();
        var postgres = await TestPostgres.StartAsync(directory.Settings(durable: true));

        await postgres.DisposeAsync();
        await postgres.DisposeAsync();

        Assert.Empty(new ClusterProcesses(directory.Data).Find());
        Assert.Equal(PostgresStatus.Stopped, postgres.State.Status);
        DataDirectoryLock.Take(directory.Data).Dispose();
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_clients()
    {
        await using var directory = await TestDirectory.WithClusterAsync();
        await using var postgres = await TestPostgres.StartAsync(directory.Settings(durable: true));
        var busy = TestPostgres.AskAsync(postgres.ConnectionString, "SELECT pg_sleep(3600)");

        await postgres.DisposeAsync();

        await Assert.ThrowsAnyAsync<Npgsql.NpgsqlException>(() => busy);
    }

    [Fact]
    public async Task A_second_Muster_on_the_same_directory_is_told_the_process_of_the_first()
    {
        await using var directory = await TestDirectory.WithClusterAsync();
        await using var first = await TestPostgres.StartAsync(directory.Settings());

        var refusal = await TestPostgres.RefusalAsync(directory.Settings());

        Assert.Equal(BuiltInPostgresFailure.InUse, refusal.Failure);
        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), refusal.Message);
        Assert.Contains("\nMaybe ", refusal.Message);
    }

    [Theory]
    [InlineData("a-path-far-too-long-for-a-socket/a-path-far-too-long-for-a-socket/a-path-far-too-long-for-a-socket")]
    [InlineData("a path, with: spaces 'and' more")]
    public async Task A_path_that_no_socket_can_have_is_still_a_data_directory(string name)
    {
        await using var directory = await TestDirectory.WithClusterAsync(name);
        await using var postgres = await TestPostgres.StartAsync(directory.Settings());

        Assert.Equal(1, await TestPostgres.AskAsync(postgres.ConnectionString, "SELECT 1"));
    }

    [Theory]
    [InlineData("SHOW data_checksums", "on")]
    [InlineData("SHOW server_encoding", "UTF8")]
    [InlineData("SHOW listen_addresses", "")]
    [InlineData("SELECT lower('ÄÖ')", "äö")]
    [InlineData("SELECT 'a' < 'B' COLLATE \"default\"", false)]
    [InlineData("SELECT current_user || '@' || current_database()", "muster@muster")]
    public async Task A_cluster_is_made_with(string question, object answer)
    {
        var server = await Testing.PostgresServer.GetAsync();

        Assert.Equal(answer, await TestPostgres.AskAsync(server.ConnectionString, question));
    }

    [Fact]
    [Trait("Needs", "linux")]
    public async Task The_server_has_a_session_of_its_own_so_that_the_terminal_cannot_interrupt_it()
    {
        await using var directory = await TestDirectory.WithClusterAsync();
        await using var postgres = await TestPostgres.StartAsync(directory.Settings());
        var process = PostmasterFile.Read(directory.Data.PostmasterFile)!.ProcessId;

        var status = await File.ReadAllTextAsync($"/proc/{process}/stat", TestContext.Current.CancellationToken);

        const int Session = 3;
        Assert.Equal($"{process}", status[(status.LastIndexOf(')') + 2)..].Split(' ')[Session]);
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_data_directory_is_refused()
    {
        await using var directory = new TestDirectory();
        await File.WriteAllTextAsync(directory.Path, "", TestContext.Current.CancellationToken);

        var refusal = await TestPostgres.RefusalAsync(directory.Settings());

        Assert.Equal(BuiltInPostgresFailure.DirectoryUnusable, refusal.Failure);
        File.Delete(directory.Path);
    }

    [Fact]
    public async Task A_folder_that_is_no_cluster_is_refused_and_left_alone()
    {
        await using var directory = new TestDirectory();
        Directory.CreateDirectory(directory.Data.Cluster);
        var file = Path.Combine(directory.Data.Cluster, "someone's");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var refusal = await TestPostgres.RefusalAsync(directory.Settings() with { RunAsUser = null });

        Assert.Equal(BuiltInPostgresFailure.DirectoryUnusable, refusal.Failure);
        Assert.True(File.Exists(file));
    }
}
