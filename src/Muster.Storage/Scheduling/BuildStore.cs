using Muster.Cluster.Streams;
using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Domain.Scheduling;
using NodaTime;
using Npgsql;

namespace Muster.Storage.Scheduling;

/// <summary>Builds as people ask for them; what builders do is in <see cref="BuildPartStore"/>.</summary>
public sealed class BuildStore(Database database)
{
    public const string Entity = "build";

    /// <summary>Told when a build is asked for, stopped, or has ended.</summary>
    public static readonly ScopeName Scope = ScopeName.Of("builds");

    private const string Columns = """
        id, business_unit_id, fields, seconds, priority, state, is_stopping, sentence, created_by, created_at, ended_at,
        version
        """;

    private const string Insert = """
        INSERT INTO schedule_build (
            id, business_unit_id, fields, seconds, priority, state, created_by, created_at, version, sentence)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private const string InsertParts = """
        INSERT INTO build_part (build_id, number, management_unit_id, seed)
        SELECT $1, r.n, r.unit, r.seed FROM unnest($2::uuid[], $3::bigint[]) WITH ORDINALITY AS r (unit, seed, n)
        """;

    private const string SelectOf = $"""
        SELECT {Columns} FROM schedule_build WHERE business_unit_id = $1 AND removed_at IS NULL AND id < $2
        ORDER BY id DESC LIMIT $3
        """;

    private const string SelectOpen = $"""
        SELECT {Columns} FROM schedule_build WHERE state IN ('queued', 'running') AND removed_at IS NULL
        ORDER BY priority DESC, created_at, id
        """;

    private const string SelectById = $"SELECT {Columns} FROM schedule_build WHERE id = $1 AND removed_at IS NULL";

    // Whoever stops it waits for whoever ends it, and the other way round.
    private const string SelectForUpdate = $"{SelectById} FOR UPDATE";

    private const string Update = """
        UPDATE schedule_build SET state = $2, is_stopping = $3, sentence = $4, ended_at = $5, version = $6
        WHERE id = $1
        """;

    private const string Remove = "UPDATE schedule_build SET removed_at = $2 WHERE id = $1";

    // Megabytes each, and nobody may ask for them any more; nor may a builder that has one still write it back.
    private const string Empty = """
        UPDATE build_part SET incumbent = NULL, progress = '[]', state = 'waiting', claim = claim + 1
        WHERE build_id = $1
        """;

    public async Task InsertAsync(WriteTransaction transaction, ScheduleBuild build, CancellationToken token)
    {
        var parts = (from unit in build.ManagementUnits
                     from restart in Enumerable.Range(0, build.Restarts)
                     select (unit.Value, Seed: build.Seed + restart)).ToList();
        await transaction.Command(
            Insert, build.Id.Value, build.BusinessUnit.Value, Commands.Json(Fields.Write(build)), build.Seconds,
            (short)build.Priority, Word(build.State), build.CreatedBy, Commands.Time(build.CreatedAt), build.Version,
            build.Sentence)
            .ExecuteAsync(token);
        await transaction.Command(
            InsertParts, build.Id.Value, parts.Select(part => part.Value).ToArray(),
            parts.Select(part => part.Seed).ToArray()).ExecuteAsync(token);
        Record(transaction, build);
    }

    /// <summary>The latest first.</summary>
    /// <param name="before">The last of the page before; the highest id there is: from the latest on.</param>
    public Task<IReadOnlyList<ScheduleBuild>> ListAsync(
        BusinessUnitId unit, BuildId before, int limit, CancellationToken token) =>
        database.Command(SelectOf, unit.Value, before.Value, limit).ListAsync(Map, token);

    /// <summary>Those that have not ended, of all business units, in the order in which they are taken.</summary>
    public Task<IReadOnlyList<ScheduleBuild>> ListOpenAsync(CancellationToken token) =>
        database.Command(SelectOpen).ListAsync(Map, token);

    public Task<ScheduleBuild?> FindAsync(BuildId id, CancellationToken token) =>
        database.Command(SelectById, id.Value).FirstAsync(Map, token);

    /// <summary>The build, locked until the transaction ends.</summary>
    public Task<ScheduleBuild?> LockAsync(WriteTransaction transaction, BuildId id, CancellationToken token) =>
        transaction.Command(SelectForUpdate, id.Value).FirstAsync(Map, token);

    /// <summary>Writes a build that this transaction has locked.</summary>
    public async Task UpdateAsync(WriteTransaction transaction, ScheduleBuild build, CancellationToken token)
    {
        await transaction.Command(
            Update, build.Id.Value, Word(build.State), build.IsStopping, build.Sentence, Commands.Time(build.EndedAt),
            build.Version).ExecuteAsync(token);
        Record(transaction, build);
    }

    public async Task RemoveAsync(WriteTransaction transaction, ScheduleBuild build, CancellationToken token)
    {
        await transaction.Command(Remove, build.Id.Value, Commands.Time(transaction.Context.At)).ExecuteAsync(token);
        await transaction.Command(Empty, build.Id.Value).ExecuteAsync(token);
        Record(transaction, build);
    }

    private static void Record(WriteTransaction transaction, ScheduleBuild build) => transaction.Record(
        Scope, new Change(Entity, build.Id.ToString(), build.Version, ChangeOperation.Put));

    private static string Word(BuildState state) => state.ToString().ToLowerInvariant();

    private static ScheduleBuild Map(NpgsqlDataReader row)
    {
        var fields = DemandJson.Read<Fields>(row.GetString(2));
        return new ScheduleBuild
        {
            Id = new BuildId(row.GetGuid(0)),
            BusinessUnit = new BusinessUnitId(row.GetGuid(1)),
            Name = fields.Name,
            Forecast = new ForecastId(fields.Forecast),
            ManagementUnits = [.. fields.Units.Select(id => new ManagementUnitId(id))],
            FirstDay = fields.FirstDay,
            Weeks = fields.Weeks,
            Restarts = fields.Restarts,
            Seed = fields.Seed,
            SharedBy = [.. (fields.SharedBy ?? []).Select(id => new ManagementUnitId(id))],
            Rebuild = fields.Rebuild?.Read(),
            HistoryOf = fields.HistoryOf is { } history ? new BuildId(history) : null,
            Seconds = row.GetInt32(3),
            Priority = row.GetInt16(4),
            State = Enum.Parse<BuildState>(row.GetString(5), ignoreCase: true),
            IsStopping = row.GetBoolean(6),
            Sentence = row.GetString(7),
            CreatedBy = row.GetString(8),
            CreatedAt = row.Time(9),
            EndedAt = row.MaybeTime(10),
            Version = row.GetInt64(11),
        };
    }

    /// <summary>What of a build is in its column of fields.</summary>
    private sealed record Fields(
        string Name, Guid Forecast, IReadOnlyList<Guid> Units, LocalDate FirstDay, int Weeks, int Restarts, long Seed)
    {
        public IReadOnlyList<Guid>? SharedBy { get; init; }

        public RebuildFields? Rebuild { get; init; }

        public Guid? HistoryOf { get; init; }

        public static string Write(ScheduleBuild build) => DemandJson.Write(new Fields(
            build.Name, build.Forecast.Value, [.. build.ManagementUnits.Select(unit => unit.Value)], build.FirstDay,
            build.Weeks, build.Restarts, build.Seed)
        {
            SharedBy = [.. build.SharedBy.Select(unit => unit.Value)],
            Rebuild = build.Rebuild is { } rebuild ? RebuildFields.From(rebuild) : null,
            HistoryOf = build.HistoryOf?.Value,
        });
    }
}
