using System.Globalization;
using Muster.Server.Api;
using Muster.Server.Api.Demand;
using Muster.Server.Demo.Content;
using Muster.Server.Demo.History;
using NodaTime;

namespace Muster.Server.Demo.Steps;

/// <summary>
/// Imports the calls of the samples, re-dated so that they end the week before the one that is planned.
/// </summary>
internal sealed class HistoryStep(CentreGround ground) : ICentreStep
{
    public string Title => "History";

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        var known = await QueuesAsync(token);
        foreach (var history in ground.Content.Histories)
        {
            tell($"reading {history.File}");
            var types = history.Types is { } file
                ? CallTypes.Read(await SampleFile.ReadAsync(ground.Samples, $"calls/{file}", token))
                : null;
            var queues = history.Queue is { } queue ? [queue] : types!.Names.ToList();
            if (queues.All(name => known.Any(one => one.Queue == name)))
            {
                continue;
            }

            var text = await TextAsync(history, types, token);
            tell($"importing {history.File}");
            await ground.Planner.PostTextAsync<ImportView>(
                $"/history/import?business_unit_id={ground.BusinessUnit}&minutes={history.Minutes}"
                + $"&file_name={history.File}",
                text, token);
        }

        known = await QueuesAsync(token);
        return string.Create(CultureInfo.InvariantCulture,
            $"{known.Sum(queue => queue.Offered):N0} calls of {known.Count} queues, until {LastDay:uuuu-MM-dd}");
    }

    private LocalDate LastDay => ground.Monday.PlusDays(-1);

    private async Task<string> TextAsync(HistoryContent history, CallTypes? types, CancellationToken token)
    {
        var csv = await SampleFile.ReadAsync(ground.Samples, $"calls/{history.File}", token);
        var dates = new Redating(history.LastDay, ground.Monday, ground.Zone);
        return types is null
            ? HistoryText.OfQueue(csv, history.Queue!, dates)
            : HistoryText.OfTypes(csv, types, dates);
    }

    private async Task<IReadOnlyList<HistoryQueueView>> QueuesAsync(CancellationToken token) =>
        (await ground.Planner.GetAsync<Page<HistoryQueueView>>(
            $"/history/queues?business_unit_id={ground.BusinessUnit}", token)).Items;
}
