using Muster.Cluster.Streams;
using Muster.Domain.Demand;
using Muster.Domain.Organization;
using NodaTime;
using Npgsql;

namespace Muster.Storage.Demand;

/// <summary>Forecasts and their parts by planning group.</summary>
public sealed class ForecastStore(Database database)
{
    public const string Entity = "forecast";

    /// <summary>Told when a forecast is asked for, has ended, or was changed by somebody.</summary>
    public static readonly ScopeName Scope = ScopeName.Of("demand");

    private const string Columns = """
        id, business_unit_id, fields, state, done, sentence, created_by, created_at, ended_at, version
        """;

    private const string Insert = """
        INSERT INTO forecast (id, business_unit_id, fields, state, created_by, created_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string InsertGroups =
        "INSERT INTO forecast_group (forecast_id, planning_group_id) SELECT $1, g FROM unnest($2::uuid[]) AS r (g)";

    private const string SelectOf = $"""
        SELECT {Columns} FROM forecast WHERE business_unit_id = $1 AND removed_at IS NULL
            AND ($2::uuid IS NULL OR (created_at, id) < (SELECT created_at, id FROM forecast WHERE id = $2))
        ORDER BY created_at DESC, id DESC LIMIT $3
        """;

    private const string SelectById = $"SELECT {Columns} FROM forecast WHERE id = $1 AND removed_at IS NULL";

    // Whoever changes it waits for whoever ends it, and the other way round.
    private const string SelectForUpdate = $"{SelectById} FOR UPDATE";

    private const string SelectNext = $"""
        SELECT {Columns} FROM forecast WHERE state IN ('queued', 'running') AND removed_at IS NULL
        ORDER BY created_at, id LIMIT 1
        """;

    private const string UpdateFields = """
        UPDATE forecast SET fields = $2, state = $3, done = $4, sentence = $5, ended_at = $6, version = $7 WHERE id = $1
        """;

    private const string UpdateProgress = "UPDATE forecast SET state = $2, done = $3, sentence = $4 WHERE id = $1";

    private const string Remove = "UPDATE forecast SET removed_at = $2 WHERE id = $1";

    private const string GroupColumns = """
        forecast_id, planning_group_id, machine, trouble, handle_seconds, layers, staffing, version
        """;

    private const string SelectGroup =
        $"SELECT {GroupColumns} FROM forecast_group WHERE forecast_id = $1 AND planning_group_id = $2";

    // Of two who change it, the second waits, and then finds that its version is gone.
    private const string SelectGroupForUpdate = $"{SelectGroup} FOR UPDATE";

    private const string SelectMade = """
        SELECT planning_group_id, trouble IS NOT NULL FROM forecast_group
        WHERE forecast_id = $1 AND (machine IS NOT NULL OR trouble IS NOT NULL)
        """;

    // Once: what people have put layers on never changes beneath them.
    private const string SelectGroups =
        $"SELECT {GroupColumns} FROM forecast_group WHERE forecast_id = $1 ORDER BY planning_group_id";

    private const string PutMachine = """
        UPDATE forecast_group SET machine = $3, trouble = $4, handle_seconds = $5, version = version + 1
        WHERE forecast_id = $1 AND planning_group_id = $2 AND machine IS NULL AND trouble IS NULL
        """;

    private const string UpdateGroup = """
        UPDATE forecast_group SET layers = $3, staffing = $4, version = $5
        WHERE forecast_id = $1 AND planning_group_id = $2
        """;

    public async Task InsertAsync(WriteTransaction transaction, ForecastScenario forecast, CancellationToken token)
    {
        await transaction.Command(
            Insert, forecast.Id.Value, forecast.BusinessUnit.Value, Commands.Json(Fields.Write(forecast)),
            Word(forecast.State), forecast.CreatedBy, Commands.Time(forecast.CreatedAt), forecast.Version)
            .ExecuteAsync(token);
        await transaction.Command(
            InsertGroups, forecast.Id.Value, forecast.Groups.Select(group => group.Value).ToArray())
            .ExecuteAsync(token);
        Record(transaction, forecast);
    }

    /// <summary>The latest first.</summary>
    /// <param name="after">The last that the caller has seen; null: from the latest on.</param>
    public Task<IReadOnlyList<ForecastScenario>> ListAsync(
        BusinessUnitId unit, ForecastId? after, int limit, CancellationToken token) =>
        database.Command(SelectOf, unit.Value, Commands.Uuid(after?.Value), limit).ListAsync(Map, token);

    public Task<ForecastScenario?> FindAsync(ForecastId id, CancellationToken token) =>
        database.Command(SelectById, id.Value).FirstAsync(Map, token);

    /// <summary>The forecast, locked until the transaction ends.</summary>
    public Task<ForecastScenario?> LockAsync(WriteTransaction transaction, ForecastId id, CancellationToken token) =>
        transaction.Command(SelectForUpdate, id.Value).FirstAsync(Map, token);

    /// <summary>The oldest that is to be made; one that a node has left in the middle is among them.</summary>
    public Task<ForecastScenario?> FindNextAsync(CancellationToken token) =>
        database.Command(SelectNext).FirstAsync(Map, token);

    /// <summary>Writes a forecast that this transaction has locked.</summary>
    public async Task UpdateAsync(WriteTransaction transaction, ForecastScenario forecast, CancellationToken token)
    {
        await transaction.Command(
            UpdateFields, forecast.Id.Value, Commands.Json(Fields.Write(forecast)), Word(forecast.State), forecast.Done,
            forecast.Sentence, Commands.Time(forecast.EndedAt), forecast.Version).ExecuteAsync(token);
        Record(transaction, forecast);
    }

    /// <summary>How far it is. For people to look at: no version moves.</summary>
    public Task TellAsync(SqlSession session, ForecastScenario forecast, CancellationToken token) => session.Command(
        UpdateProgress, forecast.Id.Value, Word(forecast.State), forecast.Done, forecast.Sentence).ExecuteAsync(token);

    public async Task RemoveAsync(WriteTransaction transaction, ForecastScenario forecast, CancellationToken token)
    {
        await transaction.Command(Remove, forecast.Id.Value, Commands.Time(transaction.Context.At)).ExecuteAsync(token);
        Record(transaction, forecast);
    }

    public Task<ForecastGroupRow?> FindGroupAsync(ForecastId id, PlanningGroupId group, CancellationToken token) =>
        database.Command(SelectGroup, id.Value, group.Value).FirstAsync(MapGroup, token);

    /// <summary>The group's part, locked until the transaction ends.</summary>
    public Task<ForecastGroupRow?> LockGroupAsync(
        WriteTransaction transaction, ForecastId id, PlanningGroupId group, CancellationToken token) =>
        transaction.Command(SelectGroupForUpdate, id.Value, group.Value).FirstAsync(MapGroup, token);

    /// <summary>The groups of which the machine has said something, or why it could not.</summary>
    public Task<IReadOnlyList<(PlanningGroupId Group, bool IsTrouble)>> ListMadeAsync(
        ForecastId id, CancellationToken token) =>
        database.Command(SelectMade, id.Value)
            .ListAsync(row => (new PlanningGroupId(row.GetGuid(0)), row.GetBoolean(1)), token);

    public Task<IReadOnlyList<ForecastGroupRow>> ListGroupsAsync(ForecastId id, CancellationToken token) =>
        database.Command(SelectGroups, id.Value).ListAsync(MapGroup, token);

    /// <summary>Keeps what the machine said of a group, or why it could not: the first word stays.</summary>
    public Task PutMachineAsync(WriteTransaction transaction, ForecastGroupRow group, CancellationToken token) =>
        transaction.Command(
            PutMachine, group.Forecast.Value, group.Group.Value, Commands.Text(group.Machine),
            Commands.Text(group.Trouble), Commands.Doubles(group.HandleSeconds)).ExecuteAsync(token);

    /// <summary>Writes layers and staffing of a part that this transaction has locked.</summary>
    public Task UpdateGroupAsync(
        WriteTransaction transaction, ForecastScenario forecast, ForecastGroupRow group, CancellationToken token)
    {
        Record(transaction, forecast);
        return transaction.Command(
            UpdateGroup, group.Forecast.Value, group.Group.Value, Commands.Json(group.Layers),
            Commands.Json(DemandJson.Write(group.Staffing)), group.Version).ExecuteAsync(token);
    }

    private static void Record(WriteTransaction transaction, ForecastScenario forecast) => transaction.Record(
        Scope, new Change(Entity, forecast.Id.ToString(), forecast.Version, ChangeOperation.Put));

    private static string Word(ForecastState state) => state.ToString().ToLowerInvariant();

    private static ForecastScenario Map(NpgsqlDataReader row)
    {
        var fields = DemandJson.Read<Fields>(row.GetString(2));
        return new ForecastScenario
        {
            Id = new ForecastId(row.GetGuid(0)),
            BusinessUnit = new BusinessUnitId(row.GetGuid(1)),
            Name = fields.Name,
            FirstDay = fields.FirstDay,
            Weeks = fields.Weeks,
            Groups = fields.Groups,
            ClosedDays = fields.ClosedDays,
            SpecialDays = fields.SpecialDays,
            State = Enum.Parse<ForecastState>(row.GetString(3), ignoreCase: true),
            Done = row.GetInt32(4),
            Sentence = row.GetString(5),
            CreatedBy = row.GetString(6),
            CreatedAt = row.Time(7),
            EndedAt = row.MaybeTime(8),
            Version = row.GetInt64(9),
        };
    }

    private static ForecastGroupRow MapGroup(NpgsqlDataReader row) => new(
        new ForecastId(row.GetGuid(0)), new PlanningGroupId(row.GetGuid(1)), row.Text(2), row.Text(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<double[]>(4), row.GetString(5),
        DemandJson.Read<StaffingTerms>(row.GetString(6)), row.GetInt64(7));

    /// <summary>What of a forecast is in its column of fields.</summary>
    private sealed record Fields(
        string Name, LocalDate? FirstDay, int Weeks, IReadOnlyList<PlanningGroupId> Groups,
        IReadOnlyList<LocalDate> ClosedDays, IReadOnlyList<SpecialDay> SpecialDays)
    {
        public static string Write(ForecastScenario forecast) => DemandJson.Write(new Fields(
            forecast.Name, forecast.FirstDay, forecast.Weeks, forecast.Groups, forecast.ClosedDays,
            forecast.SpecialDays));
    }
}
