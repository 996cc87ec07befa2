using Muster.Adherence.Engine;
using Muster.Adherence.Events;
using Muster.Adherence.Rules;
using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Time;
using NodaTime;

namespace Muster.Adherence.Tests.Proof;

/// <summary>
/// Draws a day of an agent: schedules that change before, during and after it, events that come late, twice, in
/// another order or ahead of time, sources that fall silent, rules that change, leave that is approved; also on days of
/// 23 and 25 hours.
/// </summary>
internal sealed class ScenarioMaker
{
    private static readonly (string Zone, string Day)[] Turns =
    [
        ("Europe/Berlin", "2026-03-29"), ("Europe/Berlin", "2026-10-25"), ("America/New_York", "2026-03-08"),
        ("America/New_York", "2026-11-01"), ("Australia/Lord_Howe", "2026-04-05"), ("Asia/Kolkata", "2026-06-10"),
        ("UTC", "2026-02-28"), ("Europe/Berlin", "2026-07-14"),
    ];

    private static readonly Duration LongestAfter = Duration.FromMinutes(20);

    private readonly Random _random;
    private readonly LocalDate _day;
    private readonly DateTimeZone _zone;
    private readonly Facts _facts;
    private readonly Interval _span;
    private readonly List<Telling> _tellings = [];
    private readonly List<Instant> _boundaries = [];
    private readonly bool _forgets;

    private ScenarioMaker(int seed)
    {
        _random = new Random(seed);
        var (zone, day) = Turns[_random.Next(Turns.Length)];
        (_zone, _day) = (TimeZones.Find(zone).Value, NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value);
        var whole = Days.Of(_day, _zone);
        var from = whole.Start + Duration.FromSeconds(_random.Next(2) * _random.Next(20_000));
        _span = new Interval(from, whole.End + Duration.FromSeconds(_random.Next(2) * _random.Next(20_000)));
        _facts = new Facts
        {
            Place = new AgentPlace(
                new AgentId(new Guid(seed, 1, 0, new byte[8])), new BusinessUnitId(new Guid(1, 2, 0, new byte[8])),
                _zone),
            States = RandomRules.States(),
            Activities = RandomRules.Activities(_random),
            From = from,
            Horizon = (_span.End + LongestAfter).ToUnixTimeSeconds() + 1,
        };
        _forgets = _random.Next(6) == 0;
    }

    public static Scenario Make(int seed)
    {
        var maker = new ScenarioMaker(seed);
        maker.AddSchedules();
        maker.AddRules();
        maker.AddEvents();
        maker.AddSigns();
        maker.AddApprovals();
        maker.AddRest();
        return new Scenario(maker._facts, maker._span.End, [.. maker.Tellings()]);
    }

    // Some things are heard a while after the end, or never.
    private IEnumerable<Telling> Tellings() =>
        _tellings.Where(one => one.At < _span.End + LongestAfter).OrderBy(one => one.At);

    private void AddSchedules()
    {
        var days = new RandomDays(_random, _facts.Activities, _zone);
        for (var day = _day.PlusDays(-1); day <= _day.PlusDays(1); day = day.PlusDays(1))
        {
            var content = days.Content(day);
            var versions = _random.Next(10) == 0 ? 0 : _random.Next(2) == 0 ? 1 : _random.Next(2, 5);
            for (var version = 1; version <= versions; version++)
            {
                var publishedAt = version == 1 || _forgets ? _span.Start : Sometime();
                Tell(publishedAt, new ScheduleVersion(_facts.Agent, day, version, null, content));
                Deliver(new ScheduleVersion(_facts.Agent, day, version, null, content), publishedAt);
                content = days.Changed(day, content);
            }
        }
    }

    private void Deliver(ScheduleVersion version, Instant publishedAt)
    {
        _boundaries.AddRange(version.Content.Activities.SelectMany(one => (Instant[])[one.Start, one.End]));
        var told = version with { ToldAt = publishedAt + Duration.FromMilliseconds(_random.Next(30_000_000)) };
        switch (_random.Next(3))
        {
            case 0 when _forgets:
                Tell(publishedAt, told);
                break;
            case 0:
                Tell(told.ToldAt!.Value, told);
                break;
            case 1:
                Tell(publishedAt, version with { ToldAt = publishedAt });
                break;
        }
    }

    private void AddRules()
    {
        var rules = RuleVersions.Empty;
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            LocalDate? from = i == 1 && _random.Next(5) > 0 ? null : _day.PlusDays(_random.Next(-1, 2));
            rules = rules.Set(from, RandomRules.Rules(_random, _facts.Activities));
            var then = rules;
            Tell(
                _forgets ? _span.Start : i == 1 ? _span.Start + Duration.FromSeconds(1) : Sometime(),
                engine => engine.ApplyRules(_facts.Place.Unit, then), facts => facts.Rules = then);
        }
    }

    private void AddEvents()
    {
        for (var i = _random.Next(10) == 0 ? 0 : _random.Next(5, 140); i > 0; i--)
        {
            var at = _boundaries.Count > 0 && _random.Next(3) > 0
                ? _boundaries[_random.Next(_boundaries.Count)]
                    + Duration.FromMilliseconds(_random.Next(-900_000, 900_001))
                : Sometime() - Duration.FromHours(_random.Next(2) * _random.Next(8));
            var state = _random.Next(3) == 0 ? 0 : _random.Next(_facts.States.Count);
            var one = new StateEvent(_facts.Agent, at, state, _random.Next(1_000_000) * 1000L + i);
            Tell(at + Delay(), one);
            if (_random.Next(8) == 0)
            {
                Tell(at + Delay(), one);
            }

            if (_random.Next(8) == 0)
            {
                // Another one in the same second.
                var beside = one with { State = _random.Next(_facts.States.Count), Seq = one.Seq + 500 };
                Tell(at + Delay(), beside with { At = at + Duration.FromMilliseconds(_random.Next(500)) });
            }
        }
    }

    private void AddSigns()
    {
        foreach (var name in (string[])[RandomRules.Telephone, RandomRules.Chat])
        {
            var (source, step) = (_facts.States.AddSource(name), _random.Next(3) == 0 ? 70 : 2500);
            var at = _span.Start;
            while (at < _span.End)
            {
                at += Duration.FromSeconds(_random.Next(200) == 0 ? 2000 : _random.Next(20, step));
                var heard = at;
                Tell(at, engine => engine.Heard(source, heard), facts => facts.Heard.Add((source, heard)));
            }
        }
    }

    private void AddApprovals()
    {
        if (_random.Next(3) == 0)
        {
            List<Approval> all = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(i =>
            {
                var start = Sometime();
                return new Approval(
                    new Guid(i, 3, 0, new byte[8]), _facts.Agent, start,
                    start + Duration.FromMilliseconds(_random.Next(1, 9_000_000)));
            })];
            Tell(Sometime(), engine => engine.ApplyApprovals(_facts.Agent, all), facts => facts.Approvals = all);
        }
    }

    private void AddRest()
    {
        if (_random.Next(4) == 0)
        {
            List<ClockOffset> clocks = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => new ClockOffset(
                _random.Next(2) == 0 ? RandomRules.Telephone : RandomRules.Chat, Sometime(),
                _random.Next(-600_000, 600_001)))];
            var at = _forgets ? _span.Start : Sometime();
            Tell(at, engine => engine.ApplyClocks(clocks), facts => facts.Clocks = clocks);
        }

        if (_random.Next(4) == 0)
        {
            var (source, start) = (_random.Next(2), Sometime());
            var gap = new Interval(start, start + Duration.FromSeconds(_random.Next(5000)));
            Tell(Sometime(), engine => engine.ApplyGaps(source, [gap]), facts => facts.Gaps = [(source, gap)]);
        }

        if (_forgets)
        {
            var (now, back) = (Sometime(), Duration.FromSeconds(_random.Next(20_000)));
            Tell(now, engine => engine.Forget(now - back), _ => { });
        }
    }

    private Instant Sometime() =>
        _span.Start + Duration.FromMilliseconds(_random.NextInt64((long)_span.Duration.TotalMilliseconds));

    private Duration Delay() => Duration.FromMilliseconds(_random.Next(20) switch
    {
        < 13 => _random.Next(3000),
        < 17 => _random.Next(1_200_000),
        < 19 => _random.Next(36_000_000),
        _ => -_random.Next(600_000),
    });

    private void Tell(Instant at, ScheduleVersion version) =>
        Tell(at, engine => engine.ApplySchedules([version]), facts => facts.Say(version));

    private void Tell(Instant at, StateEvent one) =>
        Tell(at, engine => engine.ApplyEvents([one]), facts => facts.Events.Add(one));

    private void Tell(Instant at, Action<AdherenceEngine> engine, Action<Facts> record) =>
        _tellings.Add(new Telling(Instant.Max(at, _span.Start), engine, record));
}
