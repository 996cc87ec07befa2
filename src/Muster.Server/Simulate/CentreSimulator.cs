using Muster.Domain.Time;
using Muster.Server.Commands;
using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>
/// A contact centre that follows its published schedules, told to a node as a telephone system tells it: states of
/// agents, statistics of queues, signs of life. Needs of its client: organization:view, people:view, schedule:view,
/// forecast:view, adherence:view and events:write; adherence:rules with <see cref="SimulateOptions.Map"/>.
/// </summary>
/// <param name="say">Told sentences: what is missing, what is waited for.</param>
public sealed class CentreSimulator(SimulateOptions options, TimeProvider time, Action<string> say)
{
    private DayRun? _run;

    /// <summary>Told how far it is, several times a second at most.</summary>
    public Action<SimulateNews>? News { get; init; }

    /// <summary>
    /// Runs until the day ends, for ever where no end was asked for, or until it is stopped: that ends it in order, and
    /// the next run with the same seed goes on where this one was.
    /// </summary>
    /// <exception cref="StartRefusedException">
    /// Something is wrong with the options, the node, or what it knows of the day.
    /// </exception>
    public async Task<SimulateSummary> RunAsync(CancellationToken token)
    {
        if (options.Check() is { } wrong)
        {
            throw new StartRefusedException(RefusalText.Of(wrong));
        }

        var login = new NodeLogin(options.Node, options.Client, options.Secret) { Others = options.Others };
        using var node = new NodeQuestions(login, time, say);
        LineOutlet? outlet = null;
        try
        {
            var reading = new CentreReading(node, options);
            var unit = await reading.FindUnitAsync(token);
            using var sender = new FeedSender(OrderFor(unit), time, say);
            outlet = new LineOutlet(sender, time, say);
            await RunAsync(new DayReading(node, reading, unit), outlet, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The way to end it. What was sent and not answered is sent again by the next run.
        }

        return new SimulateSummary(
            _run?.Result, outlet?.Accepted ?? 0, outlet?.Duplicates ?? 0, outlet?.Refused ?? 0, outlet?.Position ?? 0);
    }

    private sealed record DayReading(NodeQuestions Node, CentreReading Centre, SimulatedUnit Unit);

    private async Task RunAsync(DayReading reading, LineOutlet outlet, CancellationToken token)
    {
        var day = options.Date ?? Days.At(Now, reading.Unit.Zone);
        var asked = options;
        await outlet.AskAsync(token);
        while (true)
        {
            var facts = await reading.Centre.ReadAsync(reading.Unit, day, token);
            var window = SimulateWindow.Of(asked, facts, Now, outlet.Position);
            if (!await IsReadyAsync(reading, facts, token))
            {
                return;
            }

            if (window.IsDone)
            {
                say($"{options.Source} is past {window.Until.InZone(facts.Zone):uuuu-MM-dd HH:mm} already: nothing is "
                    + "left to tell.\nMaybe another --source, or a later --until.");
                return;
            }

            await RunAsync(reading, facts, window, outlet, token);
            if (!options.IsEndless)
            {
                return;
            }

            (day, asked) = (day.PlusDays(1), options with { From = LocalTime.Midnight });
        }
    }

    private async Task RunAsync(
        DayReading reading, CentreFacts facts, SimulateWindow window, LineOutlet outlet, CancellationToken token)
    {
        var told = _run?.States ?? new Dictionary<string, StateWord>();
        var run = _run = new DayRun(facts, options, window);
        say($"{options.Source}: {facts.Agents.Count} agents, {facts.Queues.Count} queues, "
            + (window.Last is null ? "from " : "goes on at ")
            + $"{window.Begin.InZone(facts.Zone):uuuu-MM-dd HH:mm:ss} ({facts.Zone.Id}).");
        run.Begin(told);
        await run.RunAsync(outlet, new SimulatedClock(window.Begin, options.Speed, time), News, LookAsync, token);

        async Task LookAsync(CancellationToken stop)
        {
            if (run.Follow(await reading.Centre.ReadAsync(reading.Unit, facts.Day, stop)))
            {
                say($"Another schedule was published for {facts.Day:uuuu-MM-dd}; agents follow it.");
            }
        }
    }

    /// <returns>False: there is nothing to go by on a later day.</returns>
    /// <exception cref="StartRefusedException">There is nothing to go by on the first day.</exception>
    private async Task<bool> IsReadyAsync(DayReading reading, CentreFacts facts, CancellationToken token)
    {
        if (!facts.IsPublished)
        {
            var why = $"{reading.Unit.Name} has no published schedule for {facts.Day:uuuu-MM-dd}.";
            if (_run is null)
            {
                throw new StartRefusedException(why, "Maybe publish one on the Schedule page, or another --date.");
            }

            say(why);
            return false;
        }

        foreach (var remark in facts.Remarks)
        {
            say(remark);
        }

        if (await new StateRules(reading.Node, options).CheckAsync(reading.Unit, facts.Day, token) is { } sentence)
        {
            say(sentence);
        }

        return true;
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private FeedOrder OrderFor(SimulatedUnit unit) => new()
    {
        File = "-",
        Source = options.Source,
        Node = options.Node,
        Others = options.Others,
        Tenant = unit.Business.TenantId.Value,
        Client = options.Client,
        Secret = options.Secret,
    };
}
