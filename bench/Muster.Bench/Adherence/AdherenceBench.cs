using Muster.Adherence.Engine;
using Muster.Adherence.Events;
using Muster.Adherence.Results;
using NodaTime;

namespace Muster.Bench.Adherence;

/// <summary>
/// Events folded per second of one core's time, beside a plain loop over the same array in the same run; what results
/// cost; and the memory of 100,000 agents. Processor time, because others may share the machine.
/// </summary>
internal static class AdherenceBench
{
    private const int Rounds = 5;
    private const int Agents = 20_000;
    private const int MostAgents = 100_000;
    private const int EventsEach = 100;

    private static TimeSpan ProcessorTime => Environment.CpuUsage.TotalTime;

    public static int Run()
    {
        var day = new AdherenceDay(Agents, EventsEach, seed: 11);
        Console.WriteLine($"{day.Events.Length:#,0} events of {Agents:#,0} agents, a day in order");
        Late(day);
        List<double> loops = [], folds = [], ratios = [], results = [];
        for (var round = 0; round <= Rounds; round++)
        {
            // The first round warms up.
            var (loop, fold, result) = (LoopSpeed(day), FoldSpeed(day, out var engine), ResultSpeed(day, engine));
            if (round > 0)
            {
                loops.Add(loop / 1e6);
                folds.Add(fold / 1e6);
                ratios.Add(fold / loop);
                results.Add(result / 1e6);
            }
        }

        Figures.Say("  a plain loop, events per second and core", Figures.Spread(loops, "million", "0.00"));
        Figures.Say("  the fold", Figures.Spread(folds, "million", "0.00"));
        Figures.Say("  ratio", Figures.Spread(ratios, "", "0.000"));
        Figures.Say("  totals and exceptions of the whole day", Figures.Spread(results, "million events", "0.00"));
        Memory();
        return 0;
    }

    /// <summary>What any fold does at least: look the agent up, keep since when it is in which state.</summary>
    private static double LoopSpeed(AdherenceDay day)
    {
        var agents = day.Agents.Index().ToDictionary(one => one.Item, one => one.Index);
        var (states, since, seconds) = (new int[Agents], new long[Agents], new long[day.States.Count]);
        var began = ProcessorTime;
        foreach (ref readonly var one in day.Events.AsSpan())
        {
            var (agent, at) = (agents[one.Agent], one.At.ToUnixTimeSeconds());
            seconds[states[agent]] += at - since[agent];
            (states[agent], since[agent]) = (one.State, at);
        }

        var spent = (ProcessorTime - began).TotalSeconds;
        return seconds.Sum() == 0 ? 0 : day.Events.Length / spent;
    }

    private static double FoldSpeed(AdherenceDay day, out AdherenceEngine engine)
    {
        engine = day.Engine();
        var events = day.Events.AsSpan();
        var began = ProcessorTime;
        for (var start = 0; start < events.Length;)
        {
            // A second of the day at once, as they come from the log.
            var (now, end) = (events[start].At, start + 1);
            while (end < events.Length && events[end].At - now < Duration.FromSeconds(1))
            {
                end++;
            }

            engine.Advance(now);
            engine.ApplyEvents(events[start..end]);
            start = end;
        }

        return day.Events.Length / (ProcessorTime - began).TotalSeconds;
    }

    private static double ResultSpeed(AdherenceDay day, AdherenceEngine engine)
    {
        var totals = new List<IntervalTotals>();
        var (began, found) = (ProcessorTime, 0);
        foreach (var agent in day.Agents)
        {
            totals.Clear();
            engine.Totals(agent, day.Span, totals);
            found += totals.Count + engine.Exceptions(agent, day.Span).Count;
        }

        return found == 0 ? 0 : day.Events.Length / (ProcessorTime - began).TotalSeconds;
    }

    // One at a time, in the middle of the day that is over: all of it is judged again.
    private static void Late(AdherenceDay day)
    {
        FoldSpeed(day, out var engine);
        engine.Advance(day.Span.End);
        StateEvent[] late = [.. day.Agents.Index().Select(one => new StateEvent(
            one.Item, day.Span.Start + Duration.FromHours(12), 0, 1_000_000_000L + one.Index))];
        var began = ProcessorTime;
        for (var i = 0; i < late.Length; i++)
        {
            engine.ApplyEvents(late.AsSpan(i, 1));
        }

        var each = (ProcessorTime - began).TotalMicroseconds / late.Length;
        Figures.Say("  a late event, the day judged again", $"{Figures.Text(each, "0.0")} us");
    }

    private static void Memory()
    {
        var day = new AdherenceDay(MostAgents, EventsEach, seed: 12);
        var before = GC.GetTotalMemory(true);
        var engine = day.Engine();
        var empty = GC.GetTotalMemory(true);
        engine.ApplyEvents(day.Events);
        engine.Advance(day.Span.End);
        var full = GC.GetTotalMemory(true);
        GC.KeepAlive(engine);
        GC.KeepAlive(day);
        Console.WriteLine($"{MostAgents:#,0} agents, each with a shift and {EventsEach} events");
        Figures.Say("  bytes per agent with its schedule", Bytes(empty - before));
        Figures.Say("  and with its events", Bytes(full - before));
    }

    private static string Bytes(long all) =>
        $"{Figures.Text(all / (double)MostAgents, "#,0")} bytes, {Figures.Text(all / 1e6, "#,0")} MB in all";
}
