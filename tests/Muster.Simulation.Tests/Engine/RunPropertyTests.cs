using FsCheck;
using FsCheck.Fluent;
using Muster.Simulation.Centre;
using Muster.Simulation.Engine;
using Muster.Simulation.Events;
using Muster.Simulation.Results;

namespace Muster.Simulation.Tests.Engine;

/// <summary>What holds for every centre.</summary>
public sealed class RunPropertyTests
{
    [Fact]
    public void No_call_is_lost() => Holds(model =>
    {
        var run = new SimulationRun<NoSink>(model, 3, default);
        foreach (var until in new[] { 500, 1000.5, 5000, 14_399 })
        {
            run.RunUntil(until);
            Assert.All(All(run, model), counts => Assert.True(counts.StillWaiting >= 0));
        }

        run.RunToEnd(CancellationToken.None);
        Assert.Equal(run.CallsArrived, All(run, model).Sum(counts => counts.Offered));
        Assert.All(All(run, model), IsSane);
    });

    [Fact]
    public void Events_tell_what_the_counts_say() => Holds(model =>
    {
        var events = new List<SimulationEvent>();
        var run = new SimulationRun<ListSink>(model, 3, new ListSink(events));
        run.RunToEnd(CancellationToken.None);
        int Count(SimulationEventKind kind) => events.Count(e => e.Kind == kind);
        var counts = Enumerable.Range(0, run.Intervals + 2).Select(i => run.Counts(i)).ToList();
        Assert.Equal(counts.Sum(c => c.Offered), Count(SimulationEventKind.CallArrived));
        Assert.Equal(counts.Sum(c => c.Answered), Count(SimulationEventKind.CallAnswered));
        Assert.Equal(counts.Sum(c => c.Abandoned), Count(SimulationEventKind.CallAbandoned));
        Assert.Equal(counts.Sum(c => c.Answered), Count(SimulationEventKind.CallEnded));
        Assert.Equal(events.Select(e => e.AtSeconds).Order(), events.Select(e => e.AtSeconds));
    });

    /// <summary>
    /// A caller waits only while nobody who could serve is idle, and lines are first come, first served.
    /// </summary>
    [Fact]
    public void Nobody_waits_beside_an_idle_agent() => Holds(model =>
    {
        var watch = new Watch(model);
        var run = new SimulationRun<ListSink>(model, 3, new ListSink(watch.Events));
        watch.Look();
        while (run.Step())
        {
            watch.Look();
        }
    }, 40);

    [Fact]
    public void Small_steps_give_exactly_what_one_run_gives() => Holds(model =>
    {
        var (events, stepped) = (new List<SimulationEvent>(), new List<SimulationEvent>());
        var whole = new SimulationRun<ListSink>(model, 9, new ListSink(events));
        var small = new SimulationRun<ListSink>(model, 9, new ListSink(stepped));
        var silent = new SimulationRun<NoSink>(model, 9, default);
        whole.RunToEnd(CancellationToken.None);
        silent.RunToEnd(CancellationToken.None);
        for (var at = 0.0; at < 20_000; at += 123.4)
        {
            small.RunUntil(at);
            small.Step();
            small.Counts(1);
        }

        small.RunToEnd(CancellationToken.None);
        Assert.Equal(events, stepped);
        for (var interval = 0; interval <= whole.Intervals; interval++)
        {
            Assert.Equal(whole.Counts(interval), small.Counts(interval));
            Assert.Equal(whole.Counts(interval), silent.Counts(interval));
        }
    });

    [Fact]
    public void The_number_of_threads_changes_nothing() => Holds(model =>
    {
        var one = Simulator.Run(model, new SimulationOptions { Replications = 5 }, CancellationToken.None);
        var four = Simulator.Run(model, new SimulationOptions { Replications = 5, Threads = 4 },
            CancellationToken.None);
        Assert.Equivalent(one, four, strict: true);
        Assert.NotEmpty(one.Intervals);
    }, 10);

    [Fact]
    public void A_call_allocates_nothing()
    {
        var model = Reference.ReferenceCase.D1() with { HorizonSeconds = 200 * Centres.Hour };
        var run = new SimulationRun<NoSink>(model, 1, default);
        run.RunUntil(100 * Centres.Hour);
        var (allocated, calls) = (GC.GetAllocatedBytesForCurrentThread(), run.CallsArrived);
        run.RunUntil(190 * Centres.Hour);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - allocated);
        Assert.True(run.CallsArrived - calls > 40_000);
    }

    private static void Holds(Action<CentreModel> property, int times = 100) =>
        Prop.ForAll(RandomCentres.All.ToArbitrary(), model =>
        {
            property(model);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true));

    private static List<QueueCounts> All(SimulationRun<NoSink> run, CentreModel model) =>
        [.. Enumerable.Range(0, run.Intervals + 2).SelectMany(interval =>
            Enumerable.Range(0, model.Queues.Count).Select(queue => run.Counts(interval, queue)))];

    private static void IsSane(QueueCounts counts)
    {
        Assert.True(counts.StillWaiting >= 0);
        Assert.True(counts.AnsweredInTime <= counts.Answered && counts.AbandonedInTime <= counts.Abandoned);
        Assert.InRange(counts.BusyArea, 0, counts.OnQueueArea + 1e-6);
        Assert.True(counts.WaitOfAnswered >= 0 && counts.WaitOfAbandoned >= 0 && counts.WaitingArea >= 0);
        Assert.True(double.IsFinite(counts.WaitingArea + counts.WaitOfAnswered + counts.BusyArea));
    }
}
