using Muster.Domain.Organization;
using Muster.Simulation.Centre;
using Muster.Simulation.Chance;
using Muster.Simulation.Engine;
using Muster.Simulation.Events;
using Muster.Simulation.Staffing;

namespace Muster.Bench.Simulation;

/// <summary>
/// Calls simulated per second of one core's time, beside the straightforward program in the same run; and how long a
/// multi-skill search takes. Processor time, because others may share the machine.
/// </summary>
internal static class SimulationBench
{
    private const double Calls = 2_000_000;
    private const int Rounds = 7;
    private const double Hour = 3600;

    public static int Run()
    {
        Compare("M/M/14, 200 calls an hour", One(200, Distribution.Never, 14));
        Compare("the same with patience of 60 s, 12 agents", One(200, Distribution.Exponential(60), 12));
        Compare("M/M/500, 9,600 calls an hour", One(9600, Distribution.Never, 500));
        Compare("D1: 5 queues, 3 groups, 42 agents", D1());
        Search();
        return 0;
    }

    private static void Compare(string what, (CentreModel Model, double[] PerHour) centre)
    {
        var horizon = Calls / centre.PerHour.Sum() * Hour;
        var model = centre.Model with { HorizonSeconds = horizon, IntervalSeconds = horizon / 40 };
        List<double> own = [], baseline = [], ratios = [];
        var bytes = 0.0;
        for (var round = 0; round <= Rounds; round++)
        {
            var ownSpeed = OwnSpeed(model, (ulong)round, out bytes);
            var baselineSpeed = BaselineSpeed(model, centre.PerHour, round);
            if (round > 0)
            {
                own.Add(ownSpeed / 1e6);
                baseline.Add(baselineSpeed / 1e6);
                ratios.Add(ownSpeed / baselineSpeed);
            }
        }

        Console.WriteLine(what);
        Figures.Say("  calls per second and core", Figures.Spread(own, "million", "0.00"));
        Figures.Say("  the straightforward program", Figures.Spread(baseline, "million", "0.00"));
        Figures.Say("  ratio", Figures.Spread(ratios, "x", "0.0"));
        Figures.Say("  allocated per call", $"{Figures.Text(bytes, "0.0000")} bytes");
    }

    private static double OwnSpeed(CentreModel model, ulong seed, out double bytesPerCall)
    {
        var run = new SimulationRun<NoSink>(model, seed, default);
        var (allocated, began) = (GC.GetAllocatedBytesForCurrentThread(), ProcessorTime);
        run.RunToEnd(CancellationToken.None);
        var seconds = (ProcessorTime - began).TotalSeconds;
        bytesPerCall = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)run.CallsArrived;
        return run.CallsArrived / seconds;
    }

    private static double BaselineSpeed(CentreModel model, double[] perHour, int seed)
    {
        var run = new BaselineCentre(model, seed);
        var began = ProcessorTime;
        run.Run((long)Calls, perHour);
        return Calls / (ProcessorTime - began).TotalSeconds;
    }

    private static TimeSpan ProcessorTime => Environment.CpuUsage.TotalTime;

    /// <summary>80 % within 30 s for all queues of D1, 200,000 calls for each staffing.</summary>
    private static void Search()
    {
        var (model, perHour) = D1();
        var horizon = 200_000 / perHour.Sum() * Hour;
        var problem = new StaffingProblem
        {
            Model = model with
            {
                HorizonSeconds = horizon,
                WarmUpSeconds = 4 * Hour,
                IntervalSeconds = horizon / 40,
                Groups = [.. model.Groups.Select(group => group with { AlwaysOnQueue = 0 })],
            },
            Goals = [.. model.Queues.Select(queue => new QueueGoal
            {
                Queue = queue.Name,
                ServiceLevel = 0.8,
                Definition = ServiceLevelDefinition.AnsweredOfOffered,
            })],
        };
        var began = ProcessorTime;
        var answer = StaffingSearch.Smallest(problem, CancellationToken.None);
        var seconds = (ProcessorTime - began).TotalSeconds;
        Console.WriteLine("Search for the smallest staffing of D1, 80 % in time for each queue");
        Figures.Say("  found", $"{string.Join(" + ", answer.Best.Agents)} agents");
        Figures.Say("  staffings simulated",
            $"{answer.Simulated} in {Figures.Text(seconds, "0.0")} s of processor time");
    }

    private static (CentreModel, double[]) One(double perHour, Distribution patience, int agents)
    {
        var queue = Queue("calls", perHour, 180, 20) with { Patience = patience };
        var group = new AgentGroup { Name = "all", AlwaysOnQueue = agents, Skills = [new QueueSkill("calls")] };
        return (new CentreModel { Queues = [queue], Groups = [group], HorizonSeconds = 1 }, [perHour]);
    }

    private static (CentreModel, double[]) D1()
    {
        double[] perHour = [60, 120, 180, 90, 30];
        double[] handle = [420, 300, 240, 360, 600];
        double[] patience = [180, 180, 120, 240, 300];
        var model = new CentreModel
        {
            Queues = [.. perHour.Select((rate, i) => Queue($"{i}", rate, handle[i], 30) with
            {
                Patience = Distribution.Exponential(patience[i]),
            })],
            Groups =
            [
                new AgentGroup { Name = "first", AlwaysOnQueue = 14, Skills = [new("0", 100, 0), new("1", 100, 1)] },
                new AgentGroup { Name = "second", AlwaysOnQueue = 16, Skills = [new("2", 100, 0), new("3", 100, 1)] },
                new AgentGroup
                {
                    Name = "all",
                    AlwaysOnQueue = 12,
                    Skills = [.. Enumerable.Range(0, 5).Select(i => new QueueSkill($"{4 - i}", 99, i))],
                },
            ],
            HorizonSeconds = 1,
        };
        return (model, perHour);
    }

    private static CallQueue Queue(string name, double perHour, double handleSeconds, double within) => new()
    {
        Name = name,
        Arrivals = Arrivals.Constant(perHour),
        HandleTime = Distribution.Exponential(handleSeconds),
        AnswerWithinSeconds = within,
    };
}
