using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Muster.Storage.Migrations;

/// <summary>
/// Brings the schema up to this program's version: numbered steps, forward only, each in a transaction, by one process
/// at a
/// time. A database that a newer program has migrated is refused.
/// </summary>
public sealed partial class Migrator(Database database, TimeProvider time, ILogger<Migrator> logger)
{
    // Named long job: a migration may rewrite tables, and waits for the other process that migrates.
    private const int LongJobSeconds = 600;

    private const string TakeLock = "SELECT pg_advisory_lock($1)";
    private const string ReleaseLock = "SELECT pg_advisory_unlock($1)";

    // The pool's limit is for rows that others wait for; here nobody else works yet, and a slow start is no failure.
    private const string MayIdle = "SET LOCAL idle_in_transaction_session_timeout = '60s'";

    private const string CreateLedger = """
        CREATE SCHEMA IF NOT EXISTS muster;
        CREATE TABLE IF NOT EXISTS muster.migration (
            number     integer PRIMARY KEY,
            name       text NOT NULL,
            hash       bytea NOT NULL,
            applied_at timestamptz NOT NULL
        );
        """;

    private const string ReadLedger = "SELECT number, name, hash FROM muster.migration ORDER BY number";

    private const string LedgerExists = "SELECT to_regclass('muster.migration') IS NOT NULL";

    private const string Record = "INSERT INTO migration (number, name, hash, applied_at) VALUES ($1, $2, $3, $4)";

    /// <returns>How many steps were applied.</returns>
    /// <exception cref="StorageException">The database is newer, an applied step is not the one this program knows, or
    /// the role may not make tables there.</exception>
    public async Task<int> MigrateAsync(CancellationToken token)
    {
        try
        {
            return await BringUpAsync(token);
        }
        catch (PostgresException denied) when (denied.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StorageException(
                $"Muster's role may not make what it needs in {database.Description}: {denied.MessageText}.",
                "Maybe let it own the database, or GRANT CREATE ON DATABASE to it: it makes two schemas there.",
                denied);
        }
    }

    private async Task<int> BringUpAsync(CancellationToken token)
    {
        await using var connection = await database.ConnectAsync(token);
        if (await ReadAppliedAsync(connection, token) is { } current && Pending(current).Count == 0)
        {
            return 0; // The usual start: nothing to do, no lock taken.
        }

        await Long(connection, TakeLock, LockIds.Migration).ExecuteAsync(token);
        try
        {
            return await ApplyPendingAsync(connection, token);
        }
        finally
        {
            await Long(connection, ReleaseLock, LockIds.Migration).ExecuteAsync(CancellationToken.None);
        }
    }

    private async Task<int> ApplyPendingAsync(NpgsqlConnection connection, CancellationToken token)
    {
        await Long(connection, CreateLedger).ExecuteAsync(token);
        var pending = Pending(await ReadAppliedAsync(connection, token) ?? []);
        foreach (var migration in pending)
        {
            await using var transaction = await connection.BeginTransactionAsync(token);
            await Long(connection, MayIdle).ExecuteAsync(token);
            await Long(connection, migration.Sql).ExecuteAsync(token);
            await Long(connection, Record, migration.Number, migration.Name, Hash(migration), time.GetUtcNow())
                .ExecuteAsync(token);
            await transaction.CommitAsync(token);
            Applied(migration.Number, migration.Name);
        }

        return pending.Count;
    }

    private static async Task<IReadOnlyList<AppliedMigration>?> ReadAppliedAsync(
        NpgsqlConnection connection, CancellationToken token)
    {
        await using var exists = Long(connection, LedgerExists);
        return await exists.ExecuteScalarAsync(token) is true
            ? await Long(connection, ReadLedger)
                .ListAsync(row => new AppliedMigration(row.GetInt32(0), row.GetString(1), (byte[])row[2]), token)
            : null;
    }

    private static IReadOnlyList<Migration> Pending(IReadOnlyList<AppliedMigration> applied)
    {
        var known = MigrationList.All;
        foreach (var step in applied)
        {
            if (step.Number > known.Count)
            {
                throw new StorageException(
                    $"The database is at migration {step.Number} ({step.Name}); this program knows {known.Count}.",
                    "Maybe start the newer Muster that migrated it, or restore a backup made before.");
            }

            if (!Hash(known[step.Number - 1]).AsSpan().SequenceEqual(step.Hash))
            {
                throw new StorageException(
                    $"Migration {step.Number} ({step.Name}) in the database is not the one in this program.",
                    "Maybe the program was built from another branch; migrations are never edited once they ran.");
            }
        }

        return [.. known.Skip(applied.Count)];
    }

    private static byte[] Hash(Migration migration) => SHA256.HashData(Encoding.UTF8.GetBytes(migration.Sql));

    private static NpgsqlCommand Long(NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        new NpgsqlCommand(sql, connection) { CommandTimeout = LongJobSeconds }.With(values);

    private sealed record AppliedMigration(int Number, string Name, byte[] Hash);
}
