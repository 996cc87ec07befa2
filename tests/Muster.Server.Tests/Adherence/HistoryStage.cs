using System.Globalization;
using System.Net;
using System.Text.Json;
using Muster.Server.Tests.Schedules;

namespace Muster.Server.Tests.Adherence;

/// <summary>
/// A node that stores no results itself, in Berlin; what is stored is written by the tests. Each has units of its own.
/// </summary>
public sealed class HistoryStage : IAsyncLifetime
{
    public const int Quarter = 900;

    private ScheduleStage _schedules = null!;

    public TestNode Node => _schedules.Cluster.Nodes[0];

    public TestClient Client => _schedules.Client;

    public Guid Business => _schedules.Business;

    public Guid Lunch => _schedules.Lunch;

    public async ValueTask InitializeAsync()
    {
        _schedules = await ScheduleStage.SetAsync(1, "Server:Roles=server");
        await RunAsync("""
            INSERT INTO adherence_position (timeline, seen, log_seq, schedules, terms, heard, read_at, until, first_day)
            VALUES (1, 1, 1, 1, 1, '{}', '2026-11-01 00:00Z', '2026-11-01 00:00Z', '2025-01-01')
            """);
        await StoreAsync(Guid.NewGuid(), "2025-01-01T00:00Z", 1);
    }

    public Task<Guid> UnitAsync(string? zone = null, string? name = null) =>
        _schedules.MakeUnitAsync(name ?? $"Unit {Guid.NewGuid():n}", zone);

    public Task<Guid> TeamAsync(Guid unit, string name) =>
        _schedules.MakeAsync("teams", new { name, management_unit_id = unit });

    public Task<Guid> HireAsync(Guid unit, string name) => _schedules.HireAsync(name, null, unit);

    /// <summary>In which team an agent is, from days on.</summary>
    public Task JoinAsync(Guid agent, params (string From, Guid Team)[] teams) => RunAsync(
        $"UPDATE agent SET details = jsonb_set(details, '{{teams}}', '[{string.Join(", ", teams.Select(team =>
            $$"""{"from": "{{team.From}}", "id": "{{team.Team}}"}"""))}]') WHERE id = '{agent}'");

    /// <summary>Stores some intervals: scheduled work, so many seconds of each in adherence and the rest out.</summary>
    public Task StoreAsync(Guid agent, string from, int intervals, int adherent = Quarter) => RunAsync($"""
        INSERT INTO adherence_interval
        SELECT '{agent}', at, {adherent}, {Quarter - adherent}, 0, 0, 0, 0, 0, {Quarter}, {Quarter}, {adherent},
            {adherent}, {Quarter - adherent}, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
        FROM generate_series(
            '{from}'::timestamptz, '{from}'::timestamptz + {intervals - 1} * interval '15 minutes', '15 minutes') at
        """);

    /// <summary>Stores an exception: at a meal instead of what is scheduled.</summary>
    public Task StoreExceptionAsync(Guid agent, string day, string from, string to) => RunAsync($"""
        INSERT INTO adherence_exception VALUES ('{agent}', '{day}', '{from}', '{to}', 'out', 'negative',
            'not_on_queue', '{_schedules.Work}', 'meal', 'acd', 'eating', NULL, 3, NULL, NULL)
        """);

    public Task RunAsync(string sql) => Node.Database.ScalarAsync($"SET search_path TO muster; {sql}");

    /// <summary>All rows of a unit, and some facts about each.</summary>
    public async Task<IReadOnlyList<JsonElement>> RowsAsync(Guid unit, string by, string from, string to) =>
        (await Client.GetAsync(Path(unit, by, from, to, "&limit=5000"))).Is(HttpStatusCode.OK).Items;

    public static string Path(Guid unit, string by, string from, string to, string more = "") =>
        $"/adherence/history?unit_id={unit}&from={from}&to={to}&by={by}{more}";

    public static long Seconds(JsonElement row, string name) => row.GetProperty("totals").GetProperty(name).GetInt64();

    public static string Text(JsonElement row, string name) => row.GetProperty(name).ToString();

    public static string Percent(JsonElement row, string name) => row.GetProperty("totals").GetProperty(name)
        .GetDouble().ToString("0.####", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync() => await _schedules.DisposeAsync();
}
