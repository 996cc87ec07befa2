using System.Text.Json;
using Muster.Server.Api;
using Muster.Server.Api.Demand;
using Muster.Server.Demo.Content;
using NodaTime;

namespace Muster.Server.Demo;

/// <summary>What the steps of building the demonstration's centre stand on. For one strand.</summary>
/// <param name="administrator">Who makes the organization and gives rights.</param>
/// <param name="planner">Who hires, forecasts, builds and publishes.</param>
/// <param name="samples">The folder "samples".</param>
internal sealed class CentreGround(
    CentreContent content, CentreClient administrator, CentreClient planner, string samples, DateTimeZone zone,
    TimeProvider time)
{
    /// <summary>What the published schedules are noted as.</summary>
    public const string Note = "The demonstration's first weeks.";

    private const string BeginAnew = "Maybe begin anew with muster demo --reset.";
    private const string PlanPrefix = "Weeks from ";

    private readonly Dictionary<(string Kind, string Name), Guid> _ids = [];

    public CentreContent Content => content;

    /// <summary>What somebody does when a step cannot be done.</summary>
    public string Advice { get; init; } = BeginAnew;

    /// <summary>Whether the weeks before are forecast too, to compare with what came.</summary>
    public bool LooksBack { get; init; } = true;

    public CentreClient Administrator => administrator;

    public CentreClient Planner => planner;

    public string Samples => samples;

    public DateTimeZone Zone => zone;

    public TimeProvider Time => time;

    public Guid BusinessUnit => IdOf("business-units", Content.BusinessUnit);

    /// <summary>The first day of the weeks that are planned.</summary>
    public LocalDate Monday { get; private set; }

    public LocalDate Today => Instant.FromDateTimeOffset(Time.GetUtcNow()).InZone(Zone).Date;

    /// <summary>The last day of the weeks that are planned.</summary>
    public LocalDate LastDay => Monday.PlusWeeks(Content.Build.Weeks).PlusDays(-1);

    /// <summary>What the forecast, the build and the drafts are called.</summary>
    public string PlanName => $"{PlanPrefix}{Monday:uuuu-MM-dd}";

    /// <summary>What the forecast of the weeks before is called, made as if they were still to come.</summary>
    public string HindsightName => $"As forecast for {FirstPastDay:uuuu-MM-dd}";

    /// <summary>The first day of the weeks before.</summary>
    public LocalDate FirstPastDay => Monday.PlusWeeks(-Content.Build.Weeks);

    /// <param name="kind">As the API's routes call it.</param>
    public Guid IdOf(string kind, string name) => _ids.TryGetValue((kind, name), out var id)
        ? id
        : throw new StartRefusedException(
            $"There is no \"{name}\" among the {kind.Replace('-', ' ')}.", Advice);

    public bool Knows(string kind, string name) => _ids.ContainsKey((kind, name));

    public void Know(string kind, string name, Guid id) => _ids[(kind, name)] = id;

    /// <summary>What the API has of a kind, and is in use.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string kind, CancellationToken token) =>
        (await Planner.GetAsync<Page<JsonElement>>($"/organization/{kind}", token)).Items;

    /// <summary>
    /// Finds out which weeks are planned: of a demonstration that was begun, those of its forecast; else those after
    /// the history, where there is one; else this week and the next ones.
    /// </summary>
    public async Task SetWeeksAsync(CancellationToken token) =>
        Monday = (LooksBack ? await ForecastMondayAsync(token) : null) ?? await HistoryMondayAsync(token)
            ?? Today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    private async Task<LocalDate?> ForecastMondayAsync(CancellationToken token)
    {
        var forecasts = await Planner.GetAsync<Page<ForecastView>>(
            $"/forecasts?business_unit_id={BusinessUnit}&limit={PageRequest.MaxLimit}", token);
        return forecasts.Items.FirstOrDefault(forecast =>
            forecast.Name.StartsWith(PlanPrefix, StringComparison.Ordinal))?.FirstDay;
    }

    private async Task<LocalDate?> HistoryMondayAsync(CancellationToken token)
    {
        var queues = await Planner.GetAsync<Page<HistoryQueueView>>(
            $"/history/queues?business_unit_id={BusinessUnit}", token);
        return queues.Items.Count == 0
            ? null
            : queues.Items.Max(queue => Instant.FromDateTimeOffset(queue.Last)).InZone(Zone).Date
                .Next(IsoDayOfWeek.Monday);
    }
}
