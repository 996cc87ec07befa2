using Muster.Storage.BuiltIn;

namespace Muster.Storage.Tests.BuiltIn;

public sealed class PostgresLookTests
{
    [Fact]
    public async Task A_running_server_is_found_with_the_way_to_connect()
    {
        await using var directory = await TestDirectory.WithClusterAsync();
        await using var postgres = await TestPostgres.StartAsync(directory.Settings());

        var found = Assert.IsType<PostgresLook.Running>(BuiltInPostgres.Look(directory.Path));

        Assert.Equal(postgres.ConnectionString, found.ConnectionString);
        Assert.Equal(postgres.Url, found.Url);
    }

    [Fact]
    public async Task A_stopped_server_is_not_found()
    {
        await using var directory = await TestDirectory.WithClusterAsync();
        await using (await TestPostgres.StartAsync(directory.Settings()))
        {
        }

        var absent = Assert.IsType<PostgresLook.Absent>(BuiltInPostgres.Look(directory.Path));

        Assert.Contains("\nMaybe ", absent.Reason);
    }

    [Fact]
    public async Task A_process_id_of_another_program_is_no_server()
    {
        await using var directory = new TestDirectory();
        Directory.CreateDirectory(directory.Data.Cluster);
        await File.WriteAllLinesAsync(
            directory.Data.PostmasterFile,
            [$"{Environment.ProcessId}", directory.Data.Cluster, "1", "5432", "/tmp", "", "1 1", "ready"],
            TestContext.Current.CancellationToken);

        Assert.IsType<PostgresLook.Absent>(BuiltInPostgres.Look(directory.Path));
    }

    [Fact]
    public void A_directory_that_does_not_exist_is_named()
    {
        var absent = Assert.IsType<PostgresLook.Absent>(BuiltInPostgres.Look("/no/such/directory"));

        Assert.Contains("/no/such/directory", absent.Reason);
    }
}
