using Muster.Adherence.Engine;
using Muster.Adherence.Results;
using NodaTime;

namespace Muster.Adherence.Tests.Proof;

/// <summary>One scenario: the engine hears it live, and is compared with the brute force and with a replay.</summary>
internal sealed class Trial
{
    private readonly int _seed;
    private readonly Scenario _scenario;
    private readonly AdherenceEngine _live;
    private readonly Writer _writer;
    private readonly List<string> _faults = [];

    private Trial(int seed)
    {
        (_seed, _scenario) = (seed, ScenarioMaker.Make(seed));
        _live = Fresh(Facts.From);
        _writer = new Writer(Facts.Agent);
    }

    private Facts Facts => _scenario.Facts;

    /// <returns>What differs; null: nothing.</returns>
    public static string? Run(int seed)
    {
        var trial = new Trial(seed);
        trial.Live();
        trial.Compare();
        return trial._faults.Count == 0 ? null : $"seed {seed}: {string.Join("\n  ", trial._faults.Take(3))}";
    }

    private AdherenceEngine Fresh(Instant from)
    {
        var engine = new AdherenceEngine(from, Facts.States);
        engine.ApplyActivities(Facts.Activities);
        engine.ApplyAgents([Facts.Place]);
        return engine;
    }

    private void Live()
    {
        var random = new Random(_seed + 1);
        var look = random.Next(_scenario.Tellings.Count);
        foreach (var (i, telling) in _scenario.Tellings.Index())
        {
            if (random.Next(4) > 0)
            {
                _live.Advance(telling.At);
            }

            telling.Engine(_live);
            telling.Record(Facts);
            Facts.From = _live.From;
            if (random.Next(20) == 0)
            {
                _writer.Write(_live);
            }

            if (i == look)
            {
                _live.Advance(telling.At);
                CheckStatus(_live, Judged(), "live");
            }
        }

        _live.Advance(_scenario.To);
        _writer.Write(_live);
    }

    private Expected Judged() => new(Facts, BruteForce.Judge(Facts, Facts.From, _live.Now), Facts.From);

    private AdherenceEngine Replay()
    {
        var replay = Fresh(Facts.From);
        replay.ApplyEvents([.. Facts.Events.OrderBy(one => one.At).ThenBy(one => one.Seq)]);
        replay.ApplyRules(Facts.Place.Unit, Facts.Rules);
        replay.ApplySchedules(Facts.Versions);
        replay.ApplyApprovals(Facts.Agent, Facts.Approvals);
        replay.ApplyClocks(Facts.Clocks);
        foreach (var gap in Facts.Gaps.GroupBy(gap => gap.Source))
        {
            replay.ApplyGaps(gap.Key, gap.Select(one => one.Gap));
        }

        Facts.Heard.ForEach(one => replay.Heard(one.Source, one.At));
        replay.Advance(_live.Now);
        return replay;
    }

    private void Compare()
    {
        var expected = Judged();
        var (totals, exceptions) = (expected.Totals(), expected.Exceptions());
        var replay = Replay();
        CheckStatus(_live, expected, "in the end");
        CheckStatus(replay, expected, "replayed");
        foreach (var (engine, name) in (ReadOnlySpan<(AdherenceEngine, string)>)[(_live, "live"), (replay, "replayed")])
        {
            var found = new List<IntervalTotals>();
            engine.Totals(Facts.Agent, new Interval(null, null), found);
            Same($"totals {name}", totals, found);
            Same($"exceptions {name}", exceptions, engine.Exceptions(Facts.Agent, new Interval(null, null)));
        }

        // What was written before something was forgotten stays as it was written.
        var cut = Facts.From + Duration.FromSeconds(900);
        Same("written totals", totals.Where(one => one.Start >= cut), _writer.Totals.Where(one => one.Start >= cut));
        Same(
            "written exceptions", exceptions.Where(one => one.Start >= cut),
            _writer.Exceptions.Where(one => one.Start >= cut));
    }

    private void CheckStatus(AdherenceEngine engine, Expected expected, string when)
    {
        var found = engine.Of(Facts.Agent)!;
        Same($"status {when}", [expected.Status(found.Stamp)], [found]);
    }

    private void Same<T>(string what, IEnumerable<T> expected, IEnumerable<T> found)
    {
        var (left, right) = (expected.ToList(), found.ToList());
        var most = Math.Max(left.Count, right.Count);
        for (var i = 0; i < most; i++)
        {
            if (i >= left.Count || i >= right.Count || !Equals(left[i], right[i]))
            {
                _faults.Add($"{what} [{i}] expected {Word(left, i)}\n    found {Word(right, i)}");
                return;
            }
        }
    }

    private static string Word<T>(List<T> list, int index) => index < list.Count ? $"{list[index]}" : "nothing";
}
