using Muster.Testing;
using Npgsql;

namespace Muster.Storage.Tests.BuiltIn;

public sealed class PostgresServerTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_server_of_the_tests_lets_its_role_create_a_database()
    {
        var server = await PostgresServer.GetAsync();
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var create = source.CreateCommand("CREATE DATABASE made_by_a_test");
        await create.ExecuteNonQueryAsync(Token);

        await using var count = source.CreateCommand(
            "SELECT count(*) FROM pg_database WHERE datname = 'made_by_a_test'");

        Assert.Equal(1L, await count.ExecuteScalarAsync(Token));
    }

    [Fact]
    public async Task All_tests_of_a_process_share_one_server()
    {
        Assert.Same(await PostgresServer.GetAsync(), await PostgresServer.GetAsync());
    }
}
