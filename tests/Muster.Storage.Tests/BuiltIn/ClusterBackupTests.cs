using Muster.Storage.BuiltIn;
using Muster.Testing;

namespace Muster.Storage.Tests.BuiltIn;

public sealed class ClusterBackupTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_made_while_others_write_starts_and_has_every_row_from_before_and_no_gap()
    {
        await using var source = await TestDirectory.WithClusterAsync();
        await using var copy = new TestDirectory("copy");
        await using var postgres = await TestPostgres.StartAsync(source.Settings(durable: true));
        await TestPostgres.AskAsync(
            postgres.ConnectionString, "CREATE TABLE counted AS SELECT g AS n, repeat('x', 900) AS w"
            + " FROM generate_series(1, 20000) g");
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var writing = WriteAsync(postgres.ConnectionString, enough.Token);
        await Until.FineAsync(TimeSpan.FromSeconds(10), () => AtLeastAsync(postgres.ConnectionString, 20_003));
        var before = await CountAsync(postgres.ConnectionString);

        var bytes = await ClusterBackup.RunAsync(source.Path, copy.Path, Token);

        await enough.CancelAsync();
        await writing;
        Assert.InRange(bytes, 20_000_000, long.MaxValue);
        await using var restored = await TestPostgres.StartAsync(copy.Settings(durable: true));
        Assert.InRange(await CountAsync(restored.ConnectionString), before, long.MaxValue);
        Assert.Equal(0L, await TestPostgres.AskAsync(
            restored.ConnectionString, "SELECT max(n) - count(*) + count(*) FILTER (WHERE w IS NULL) FROM counted"));
    }

    [Fact]
    public async Task A_folder_that_has_something_in_it_and_the_cluster_itself_are_refused()
    {
        await using var source = await TestDirectory.WithClusterAsync();
        await using var postgres = await TestPostgres.StartAsync(source.Settings());

        var full = await RefusalAsync(source.Path, source.Path);
        var inside = await RefusalAsync(source.Path, Path.Combine(source.Data.Cluster, "backup"));

        Assert.Contains("is not empty", full.Message);
        Assert.Contains("is inside of what is to be copied", inside.Message);
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_nothing_that_could_be_taken_for_one()
    {
        await using var source = await TestDirectory.WithClusterAsync();
        await using var copy = new TestDirectory("copy");

        // Such a server keeps too little of its log for any backup.
        await using var postgres = await TestPostgres.StartAsync(source.Settings(durable: false));

        Assert.Contains("wal_level", (await RefusalAsync(source.Path, copy.Path)).Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(copy.Path));
    }

    [Fact]
    public async Task A_server_that_does_not_run_is_to_be_copied_as_files()
    {
        await using var source = await TestDirectory.WithClusterAsync();
        await using var copy = new TestDirectory("copy");

        Assert.Contains("copy the folder postgres", (await RefusalAsync(source.Path, copy.Path)).Message);
    }

    private static Task<StorageException> RefusalAsync(string source, string target) =>
        Assert.ThrowsAsync<StorageException>(() => ClusterBackup.RunAsync(source, target, Token));

    // Rows one after the other, and tables that come and go as the files of a cluster do.
    private static async Task WriteAsync(string connectionString, CancellationToken enough)
    {
        for (var n = 20_001; !enough.IsCancellationRequested; n++)
        {
            await TestPostgres.AskAsync(
                connectionString, $"INSERT INTO counted VALUES ({n}, repeat('y', 900)); DROP TABLE IF EXISTS passing;"
                + " CREATE TABLE passing AS SELECT g FROM generate_series(1, 1000) g");
        }
    }

    private static async Task<string?> AtLeastAsync(string connectionString, long rows) =>
        await CountAsync(connectionString) >= rows ? null : "Nobody writes.";

    private static async Task<long> CountAsync(string connectionString) =>
        (long)(await TestPostgres.AskAsync(connectionString, "SELECT count(*) FROM counted"))!;
}
