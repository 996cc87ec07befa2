namespace Muster.Storage.Health;

/// <summary>Asks the database how it is.</summary>
public sealed class HealthStore(Database database)
{
    private const string SelectFacts = """
        SELECT current_setting('server_version'),
            (SELECT max(number) FROM migration),
            pg_database_size(current_database())
        """;

    private const string SelectSchemaVersion = "SELECT max(number) FROM migration";

    public async Task<DatabaseFacts> ReadFactsAsync(CancellationToken token) =>
        (await database.Command(SelectFacts).FirstAsync(
            row => new DatabaseFacts(row.GetString(0).Split(' ')[0], row.GetInt32(1), row.GetInt64(2)), token))!;

    /// <summary>The number of the last migration; a round trip that shows the database answers.</summary>
    public async Task<int> ReadSchemaVersionAsync(CancellationToken token)
    {
        await using var command = database.Command(SelectSchemaVersion);
        return (int)(await command.ExecuteScalarAsync(token))!;
    }
}
