using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Muster.Storage;
using Muster.Storage.Migrations;
using Npgsql;

namespace Muster.Testing;

/// <summary>A database of its own for a test: a clone of one that was migrated once for the whole process.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Template = "muster_template";

    private static readonly Lazy<Task> TemplateMade = new(MakeTemplateAsync);
    private static int _made;

    private TestDatabase(string connectionString) => ConnectionString = connectionString;

    public string ConnectionString { get; }

    /// <summary>A migrated database without any row of a test.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        await TemplateMade.Value;
        return await CreateAsync($"TEMPLATE {Template} STRATEGY FILE_COPY");
    }

    /// <summary>A database without any table.</summary>
    public static Task<TestDatabase> CreateEmptyAsync() => CreateAsync("TEMPLATE template0");

    public Database Open() => Open("test");

    /// <summary>The database as a node has it.</summary>
    public Database Open(string node) =>
        Database.Open(new DatabaseSettings(ConnectionString, node, TimeSpan.FromSeconds(5), 20));

    /// <summary>Runs a statement of the test's own on a database that it did not make.</summary>
    /// <returns>How many rows it wrote.</returns>
    public static async Task<int> ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs a statement of the test's own and answers its first value.</summary>
    public async Task<object?> ScalarAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Waits until a query of the test's own answers true.</summary>
    public async Task UntilAsync(string condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (await ScalarAsync(condition) is not true)
        {
            // PostgreSQL tells nobody that a session has begun to wait, or has ended.
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>Lets nobody in any more and ends who is in.</summary>
    public async Task TakeAwayAsync()
    {
        var own = new NpgsqlConnectionStringBuilder(ConnectionString);
        await using var source = NpgsqlDataSource.Create((await PostgresServer.GetAsync()).ConnectionString);
        await using var command = source.CreateCommand(
            $"ALTER DATABASE {own.Database} ALLOW_CONNECTIONS false; "
            + $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{own.Database}'");
        await command.ExecuteNonQueryAsync();
    }

    // Dropped with the server; dropping each would only take time.
    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        return ValueTask.CompletedTask;
    }

    public static Task MigrateAsync(Database database) =>
        new Migrator(database, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);

    private static async Task<TestDatabase> CreateAsync(string how)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _made)}");
        return await CreateAsync(name, how);
    }

    private static async Task<TestDatabase> CreateAsync(string name, string how)
    {
        var server = (await PostgresServer.GetAsync()).ConnectionString;
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand($"CREATE DATABASE {name} {how}");
        command.CommandTimeout = 60;
        await command.ExecuteNonQueryAsync();
        return new TestDatabase(
            new NpgsqlConnectionStringBuilder(server)
            {
                Database = name,
                SearchPath = Database.Schema,
            }.ConnectionString);
    }

    private static async Task MakeTemplateAsync()
    {
        await using var made = await CreateAsync(Template, "TEMPLATE template0");
        await using (var database = made.Open())
        {
            await MigrateAsync(database);
        }

        NpgsqlConnection.ClearAllPools();
    }
}
