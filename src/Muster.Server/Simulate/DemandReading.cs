using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Demand;
using Muster.Simulation.Centre;
using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>Reads what is forecast for a day, queue by queue.</summary>
internal sealed class DemandReading(NodeQuestions node, SimulateOptions options)
{
    private const int DaysPerWeek = 7;
    private const double UsualAnswerSeconds = 20;

    /// <exception cref="StartRefusedException">There is no such forecast, or it has not the day.</exception>
    public async Task<KnownDemand> ReadAsync(BusinessUnit unit, CentreFacts facts, CancellationToken token)
    {
        var all = await node.ListAsync<ForecastView>($"/forecasts?business_unit_id={unit.Id}", token);
        if (Find(all, facts.Day) is not { } forecast)
        {
            return new KnownDemand([], [], [
                $"No forecast of {unit.Name} has {facts.Day:uuuu-MM-dd}: no calls come.\n"
                    + "Maybe make one on the Forecast page.",
            ]);
        }

        var groups = await node.ItemsAsync<PlanningGroup>(
            $"/organization/planning-groups?business_unit_id={unit.Id}", token);
        var goals = (await node.ItemsAsync<ServiceGoal>(
                $"/organization/service-goals?business_unit_id={unit.Id}", token)).ToDictionary(goal => goal.Id);
        var offered = (await node.ItemsAsync<HistoryQueueView>($"/history/queues?business_unit_id={unit.Id}", token))
            .ToDictionary(queue => queue.Queue, queue => queue.Offered);
        var (queues, remarks) = (new Dictionary<string, KnownQueue>(), new List<string>());
        foreach (var group in groups)
        {
            var share = await node.FindAsync<ForecastShare>($"/forecasts/{forecast.Id}/groups/{group.Id}", token);
            if (share is null || share.Trouble is not null || share.Minutes <= 0)
            {
                remarks.Add($"{forecast.Name} has nothing for {group.Name}, so no calls come for it."
                    + (share?.Trouble is { } why ? $"\n{why}" : ""));
                continue;
            }

            foreach (var queue in QueuesOf(group, share, goals, facts))
            {
                queues[queue.Id] = Sum(
                    queues.GetValueOrDefault(queue.Id), queue.Times(PartOf(queue.Id, group, offered)));
            }
        }

        return new KnownDemand(
            [.. queues.Values.OrderBy(queue => queue.Id, StringComparer.Ordinal)], Served(groups, queues), remarks);
    }

    private static IReadOnlyList<ServedQueue> Served(
        IReadOnlyList<PlanningGroup> groups, Dictionary<string, KnownQueue> queues) =>
    [
        .. groups.SelectMany(group => group.Queues.Where(queue => queues.ContainsKey(queue.Id))
            .Select(queue => new ServedQueue(queue.Id, group.RequiredSkills))).DistinctBy(queue => queue.Id),
    ];

    /// <summary>
    /// What is expected in each piece of elapsed time. An interval that clocks show twice has its volume twice, one
    /// that they skip not at all.
    /// </summary>
    public static IReadOnlyList<double> Expected(ForecastShare share, DateTimeZone zone, Interval of)
    {
        var days = share.Days.ToDictionary(day => day.Date, day => day.Volumes);
        var pieces = new List<double>();
        for (var at = of.Start; at < of.End; at += Duration.FromMinutes(share.Minutes))
        {
            var clock = at.InZone(zone);
            var interval = ((clock.Hour * 60) + clock.Minute) / share.Minutes;
            pieces.Add(days.TryGetValue(clock.Date, out var volumes) && interval < volumes.Count
                ? volumes[interval]
                : 0);
        }

        return pieces;
    }

    private ForecastView? Find(IReadOnlyList<ForecastView> all, LocalDate day)
    {
        var known = all.Where(one => one.State == ForecastState.Done).ToList();
        if (options.Forecast is not { } written)
        {
            return known.Find(one => Has(one, day));
        }

        // The latest comes first.
        var named = known.Find(one => $"{one.Id}" == written
            || one.Name.Equals(written, StringComparison.OrdinalIgnoreCase));
        return named switch
        {
            null => throw new StartRefusedException($"There is no forecast \"{written}\".", known.Count == 0
                ? "Maybe make one first, on the Forecast page."
                : $"Maybe {NearestName.Of(written, known.Select(one => one.Name))} is meant."),
            _ when !Has(named, day) => throw new StartRefusedException(
                $"The forecast {named.Name} has {named.Weeks} weeks from {named.FirstDay:uuuu-MM-dd} on, "
                    + $"not {day:uuuu-MM-dd}.",
                "Maybe another --forecast, or none: then the latest that has the day is taken."),
            _ => named,
        };
    }

    private static bool Has(ForecastView forecast, LocalDate day) =>
        forecast.FirstDay is { } first && first <= day && day < first.PlusDays(DaysPerWeek * forecast.Weeks);

    private static IEnumerable<KnownQueue> QueuesOf(
        PlanningGroup group, ForecastShare share, Dictionary<ServiceGoalId, ServiceGoal> goals, CentreFacts facts)
    {
        var calls = Expected(share, facts.Zone, new Interval(facts.Begin, facts.DayEnd));
        var waits = group.Channel is not (Channel.Voice or Channel.Callback);
        var within = share.Staffing.ServiceGoalId is { } id && goals.TryGetValue(id, out var goal)
            ? goal.AnswerWithinSeconds
            : null;
        return group.Queues.Select(queue => new KnownQueue(
            queue.Id, calls, share.Minutes, HandleSeconds(share, calls, facts),
            share.Staffing.PatienceSeconds ?? (waits ? (double?)null : TypicalCalls.Patience.Mean),
            within ?? UsualAnswerSeconds));
    }

    /// <summary>The mean of those who come that day.</summary>
    private static double HandleSeconds(ForecastShare share, IReadOnlyList<double> calls, CentreFacts facts)
    {
        var usual = TypicalCalls.HandleTime.Mean;
        if (share.Staffing.HandleSeconds is { } fixedSeconds)
        {
            return fixedSeconds;
        }

        if (share.HandleSeconds is not { Count: > 0 } byHour)
        {
            return usual;
        }

        var (sum, all) = (0.0, 0.0);
        foreach (var (i, count) in calls.Index())
        {
            var hour = (facts.Begin + Duration.FromMinutes((long)i * share.Minutes)).InZone(facts.Zone).Hour;
            (sum, all) = (sum + (count * byHour[hour % byHour.Count]), all + count);
        }

        return all > 0 && sum > 0 ? sum / all : byHour.Average() is > 0 and var mean ? mean : usual;
    }

    /// <summary>A queue's part of its planning group: as it was in the past, else the same for each.</summary>
    private static double PartOf(string queue, PlanningGroup group, Dictionary<string, double> offered)
    {
        var all = group.Queues.Sum(one => offered.GetValueOrDefault(one.Id));
        return all > 0 ? offered.GetValueOrDefault(queue) / all : 1.0 / group.Queues.Count;
    }

    private static KnownQueue Sum(KnownQueue? one, KnownQueue other) =>
        one is null ? other
        : one.Calls.Count != other.Calls.Count ? one
        : one with { Calls = [.. one.Calls.Zip(other.Calls, (first, second) => first + second)] };
}
