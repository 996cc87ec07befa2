using System.Diagnostics;
using Muster.Forecasting.Staffing;

namespace Muster.Bench.Staffing;

/// <summary>
/// Required agents a second of processor time, on one thread, beside the naive loop in the same run.
/// </summary>
internal static class StaffingBench
{
    private const int Rounds = 7;
    private const int Batch = 2_000;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    public static int Run()
    {
        Compare("Erlang C, up to 200 agents", 200, false, isNaive: true);
        Compare("Erlang A, up to 200 agents", 200, true, isNaive: true);
        Compare("Erlang C, up to 5,000 agents", 5_000, false, isNaive: false);
        Compare("Erlang A, up to 5,000 agents", 5_000, true, isNaive: false);
        Compare("Erlang C, up to 100,000 agents", 100_000, false, isNaive: false);
        Compare("Erlang A, up to 100,000 agents", 100_000, true, isNaive: false);
        return 0;
    }

    private static void Compare(string what, int most, bool isImpatient, bool isNaive)
    {
        var questions = Questions(most, isImpatient);
        var largest = questions.Max(question => Engine(question.Work, question.Goals));
        var (engine, naive) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            engine.Add(PerSecond(questions, static (in work, goals) => Engine(work, goals)));
            if (isNaive)
            {
                naive.Add(PerSecond(questions, static (in work, goals) => NaiveStaffing.Agents(work, goals)));
            }
        }

        // The first round warms up.
        Figures.Say($"{what} (at most {largest})", Figures.Spread(engine.Skip(1), "1/s", "#,0"));
        if (isNaive)
        {
            Check(questions);
            Figures.Say("  the naive loop", Figures.Spread(naive.Skip(1), "1/s", "#,0"));
            Figures.Say("  ratio", Figures.Spread(engine.Zip(naive, (a, b) => a / b).Skip(1), "", "0.0"));
        }
    }

    private static (Workload Work, StaffingGoals Goals)[] Questions(int most, bool isImpatient)
    {
        var random = new Random(5);
        (double Level, double Seconds)[] levels = [(0.8, 20), (0.9, 10), (0.95, 30), (0.7, 60), (0.85, 15)];
        var goals = levels.Select(l => new StaffingGoals { ServiceLevel = l.Level, ThresholdSeconds = l.Seconds });
        var choice = goals.ToArray();
        return [.. Enumerable.Range(0, 10_000).Select(_ =>
        {
            var (handle, load) = (random.Next(120, 601), most * 0.88 * random.NextDouble());
            double? patience = isImpatient ? random.Next(30, 601) : null;
            return (new Workload(load * 900 / handle, handle) { PatienceSeconds = patience }, choice[random.Next(5)]);
        })];
    }

    private static int Engine(in Workload work, StaffingGoals goals) => StaffingEngine.RequiredAgents(work, goals).Value;

    private static void Check((Workload Work, StaffingGoals Goals)[] questions)
    {
        if (questions.Any(q => Engine(q.Work, q.Goals) != NaiveStaffing.Agents(q.Work, q.Goals)))
        {
            throw new InvalidOperationException("The naive loop has other answers.");
        }
    }

    private static double PerSecond((Workload Work, StaffingGoals Goals)[] questions, Answer answer)
    {
        var (count, sum) = (0, 0L);
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        var used = TimeSpan.Zero;
        while (used < Round)
        {
            for (var i = 0; i < Batch; i++)
            {
                ref readonly var question = ref questions[count++ % questions.Length];
                sum += answer(question.Work, question.Goals);
            }

            process.Refresh();
            used = process.TotalProcessorTime - start;
        }

        return sum > 0 ? count / used.TotalSeconds : 0;
    }

    private delegate int Answer(in Workload work, StaffingGoals goals);
}
