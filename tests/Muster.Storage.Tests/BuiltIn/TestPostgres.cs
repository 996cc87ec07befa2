using Muster.Storage.BuiltIn;
using Npgsql;

namespace Muster.Storage.Tests.BuiltIn;

/// <summary>Short forms for what the tests of this folder do to a server.</summary>
internal static class TestPostgres
{
    public static Task<BuiltInPostgres> StartAsync(BuiltInPostgresSettings settings, EventLog? log = null) =>
        BuiltInPostgres.StartAsync(
            settings, TimeProvider.System, log ?? new EventLog(), TestContext.Current.CancellationToken);

    public static Task<BuiltInPostgresException> RefusalAsync(BuiltInPostgresSettings settings) =>
        Assert.ThrowsAsync<BuiltInPostgresException>(() => StartAsync(settings));

    public static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public static Task WriteAsync(string connectionString, string word) =>
        AskAsync(
            connectionString, $"CREATE TABLE IF NOT EXISTS words (word text); INSERT INTO words VALUES ('{word}')");

    public static Task<object?> ReadAsync(string connectionString) =>
        AskAsync(connectionString, "SELECT string_agg(word, ' ' ORDER BY word) FROM words");
}
