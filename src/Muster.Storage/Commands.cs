using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Muster.Storage;

/// <summary>Runs one command and maps its rows; the command is disposed by the call.</summary>
internal static class Commands
{
    private const int DeletedAtOnce = 5_000;

    public static NpgsqlCommand With(this NpgsqlCommand command, ReadOnlySpan<object?> values)
    {
        Fill(command.Parameters, values);
        return command;
    }

    /// <summary>Adds a statement to those that go to the server in one round trip.</summary>
    public static NpgsqlBatch Then(this NpgsqlBatch batch, string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        Fill(command.Parameters, values);
        batch.BatchCommands.Add(command);
        return batch;
    }

    // A parameter that may be null carries its type, else PostgreSQL would have to guess it.
    public static NpgsqlParameter Json(string? text) => Typed(text, NpgsqlDbType.Jsonb);

    public static NpgsqlParameter Text(string? text) => Typed(text, NpgsqlDbType.Text);

    public static NpgsqlParameter Texts(IEnumerable<string?>? texts) =>
        Typed(texts?.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    public static NpgsqlParameter Longs(long[]? numbers) => Typed(numbers, NpgsqlDbType.Array | NpgsqlDbType.Bigint);

    public static NpgsqlParameter Doubles<T>(IEnumerable<T>? numbers) =>
        Typed(numbers?.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Double);

    public static NpgsqlParameter Integers(IEnumerable<int>? numbers) =>
        Typed(numbers?.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Integer);

    public static NpgsqlParameter Integer(int? number) => Typed(number, NpgsqlDbType.Integer);

    public static NpgsqlParameter Long(long? number) => Typed(number, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Uuid(Guid? id) => Typed(id, NpgsqlDbType.Uuid);

    public static NpgsqlParameter Uuids(IEnumerable<Guid?>? ids) =>
        Typed(ids?.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public static NpgsqlParameter Dates(IEnumerable<LocalDate>? days) =>
        Typed(days?.Select(day => day.ToDateOnly()).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Date);

    public static NpgsqlParameter Date(LocalDate? day) => Typed(day?.ToDateOnly(), NpgsqlDbType.Date);

    public static NpgsqlParameter Times(IEnumerable<DateTimeOffset?> times) => Typed(
        times.Select(at => at?.ToUniversalTime()).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);

    public static NpgsqlParameter Time(DateTimeOffset? at) => Typed(at?.ToUniversalTime(), NpgsqlDbType.TimestampTz);

    private static NpgsqlParameter Typed(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    /// <summary>Of a named long job: it may take so much longer than a call that somebody waits for.</summary>
    public static NpgsqlCommand Patient(this NpgsqlCommand command, int seconds)
    {
        command.CommandTimeout = seconds;
        return command;
    }

    /// <summary>Maps the rows of the statement that the reader is at.</summary>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(
        NpgsqlDataReader reader, Func<NpgsqlDataReader, T> map, CancellationToken token)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(token))
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    private static void Fill(NpgsqlParameterCollection parameters, ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        }
    }

    /// <summary>
    /// Deletes in as many statements as it takes, so that none runs into the time-out however much has piled up.
    /// </summary>
    /// <param name="sql">Deletes rows whose time is before $1, at most $2 of them.</param>
    /// <returns>How many rows in all.</returns>
    public static async Task<int> DeleteBeforeAsync(
        this SqlSession session, string sql, DateTimeOffset before, CancellationToken token)
    {
        var all = 0;
        while (true)
        {
            var deleted = await session.Command(sql, before, DeletedAtOnce).ExecuteAsync(token);
            all += deleted;
            if (deleted < DeletedAtOnce)
            {
                return all;
            }
        }
    }

    public static async Task<int> ExecuteAsync(this NpgsqlCommand command, CancellationToken token)
    {
        await using (command)
        {
            return await command.ExecuteNonQueryAsync(token);
        }
    }

    public static async Task<int> ExecuteAsync(this NpgsqlBatch batch, CancellationToken token)
    {
        await using (batch)
        {
            return await batch.ExecuteNonQueryAsync(token);
        }
    }

    /// <summary>Maps the rows of one of the batch's statements.</summary>
    /// <param name="after">How many of the statements before it answer rows, which are passed over.</param>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        this NpgsqlBatch batch, int after, Func<NpgsqlDataReader, T> map, CancellationToken token)
    {
        await using (batch)
        {
            await using var reader = await batch.ExecuteReaderAsync(token);
            for (var passed = 0; passed < after; passed++)
            {
                await reader.NextResultAsync(token);
            }

            return await ReadAsync(reader, map, token);
        }
    }

    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        this NpgsqlCommand command, Func<NpgsqlDataReader, T> map, CancellationToken token)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(token);
            return await ReadAsync(reader, map, token);
        }
    }

    /// <summary>The first row, or null when there is none.</summary>
    public static async Task<T?> FirstAsync<T>(
        this NpgsqlCommand command, Func<NpgsqlDataReader, T> map, CancellationToken token)
        where T : class
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(token);
            return await reader.ReadAsync(token) ? map(reader) : null;
        }
    }

    public static string? Text(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static Guid? Uuid(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetGuid(column);

    public static DateTimeOffset Time(this NpgsqlDataReader row, int column) =>
        row.GetFieldValue<DateTimeOffset>(column);

    public static DateTimeOffset? MaybeTime(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
