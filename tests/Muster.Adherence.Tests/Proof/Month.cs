using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Muster.Adherence.Engine;
using Muster.Adherence.Events;
using Muster.Adherence.Results;
using Muster.Adherence.Rules;
using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Time;
using NodaTime;

namespace Muster.Adherence.Tests.Proof;

/// <summary>A unit over many days, around the night in which clocks are put forward; the same at every call.</summary>
internal sealed class Month
{
    private static readonly LocalDate First = new(2026, 3, 26);
    private static readonly BusinessUnitId Unit = new(new Guid(1, 2, 0, new byte[8]));

    private readonly DateTimeZone _zone = TimeZones.Find("Europe/Berlin").Value;
    private readonly AgentId[] _agents;
    private readonly IReadOnlyList<ActivityFacts> _activities = RandomRules.Activities(new Random(1));
    private readonly StateTable _states = RandomRules.States();
    private readonly AdherenceRules _rules;

    public Month(int agents)
    {
        _agents = [.. Enumerable.Range(0, agents).Select(i => new AgentId(new Guid(i, 4, 0, new byte[8])))];
        _rules = RandomRules.Rules(new Random(2), _activities);
    }

    /// <summary>How many events came late in the live run.</summary>
    public int Late { get; private set; }

    /// <summary>As it is heard: events by arrival, schedules that change meanwhile, days that are forgotten.</summary>
    /// <returns>What each day came to.</returns>
    public List<string> Live(int days)
    {
        var (engine, digests) = (Engine(), new List<string>());
        for (var day = 0; day <= days; day++)
        {
            engine.ApplySchedules(Schedules(day, 1));
            var changes = Schedules(day, 2).OrderBy(one => one.ToldAt).ToList();
            foreach (var (i, (one, arrival)) in Arrivals(day).OrderBy(one => one.Arrival).Index())
            {
                var told = changes.FindIndex(version => version.ToldAt > arrival);
                engine.ApplySchedules(changes[..Math.Max(0, told)]);
                changes.RemoveRange(0, Math.Max(0, told));
                if (i % 7 == 0)
                {
                    engine.Advance(arrival);
                }

                Late += engine.ApplyEvents([one]).Late;
            }

            engine.ApplySchedules(changes);
            engine.Advance(Days.Start(First.PlusDays(day + 1), _zone));
            if (day > 0)
            {
                digests.Add(Digest(engine, day - 1));
                engine.Forget(Days.Start(First.PlusDays(day), _zone));
            }
        }

        return digests;
    }

    /// <summary>Everything at once, in order of time.</summary>
    public List<string> Replay(int days)
    {
        var engine = Engine();
        for (var day = 0; day <= days; day++)
        {
            engine.ApplySchedules(Schedules(day, 1).Concat(Schedules(day, 2)));
            engine.ApplyEvents([.. Arrivals(day).Select(one => one.Event).OrderBy(one => one.At)]);
        }

        engine.Advance(Days.Start(First.PlusDays(days + 1), _zone));
        return [.. Enumerable.Range(0, days).Select(day => Digest(engine, day))];
    }

    private AdherenceEngine Engine()
    {
        var engine = new AdherenceEngine(Days.Start(First, _zone), _states);
        engine.ApplyActivities(_activities);
        engine.ApplyRules(Unit, RuleVersions.Empty.Set(null, _rules));
        engine.ApplyAgents(_agents.Select(agent => new AgentPlace(agent, Unit, _zone)));
        return engine;
    }

    private Random Chance(int agent, int day) => new((agent * 1000) + day);

    private List<ScheduleVersion> Schedules(int day, int version)
    {
        var (date, all) = (First.PlusDays(day), new List<ScheduleVersion>());
        foreach (var (i, agent) in _agents.Index())
        {
            var random = Chance(i, day);
            var days = new RandomDays(random, _activities, _zone);
            var first = days.Content(date);
            var told = Days.Start(date, _zone) + Duration.FromSeconds(random.Next(80_000));
            var second = days.Changed(date, first);
            if (version == 1)
            {
                all.Add(new ScheduleVersion(agent, date, version, null, first));
            }
            else if (random.Next(3) == 0)
            {
                all.Add(new ScheduleVersion(agent, date, version, told, second));
            }
        }

        return all;
    }

    private IEnumerable<(StateEvent Event, Instant Arrival)> Arrivals(int day)
    {
        var start = Days.Start(First.PlusDays(day), _zone);
        foreach (var (i, agent) in _agents.Index())
        {
            var random = Chance(i, day + 500);
            for (var j = 0; j < 100; j++)
            {
                var at = start + Duration.FromMilliseconds(random.Next(82_000_000));
                var delay = random.Next(5) == 0 ? random.Next(20_000_000) : random.Next(2000);
                var seq = (((day * 100_000L) + i) * 1000) + j;
                yield return (
                    new StateEvent(agent, at, random.Next(_states.Count), seq), at + Duration.FromMilliseconds(delay));
            }
        }
    }

    private string Digest(AdherenceEngine engine, int day)
    {
        var range = Days.Of(First.PlusDays(day), _zone);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var totals = new List<IntervalTotals>();
        foreach (var agent in _agents)
        {
            totals.Clear();
            engine.Totals(agent, range, totals);
            foreach (var one in totals)
            {
                var actual = one.Totals.Actual;
                var kinds = Enum.GetValues<Actual>().Select(kind => actual.Of(kind));
                Add(hash, $"{one.Start} {one.Totals} {string.Join(' ', kinds)}");
            }

            // What began before is told with its own day; the live run has forgotten when.
            foreach (var one in engine.Exceptions(agent, range).Where(one => one.Start > range.Start))
            {
                Add(hash, one.ToString());
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string line) =>
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{line}\n")));
}
