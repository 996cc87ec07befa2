using Muster.Adherence.Results;
using Muster.Adherence.Rules;
using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using Muster.Domain.Time;
using NodaTime;

namespace Muster.Adherence.Tests.Proof;

/// <summary>
/// The second implementation: slow and obvious. Every second is judged by itself, by the words of docs/adherence.md,
/// of everything that was said.
/// </summary>
internal sealed class BruteForce
{
    // More than any threshold of these tests.
    private const int Margin = 3600;

    private readonly Facts _facts;
    private readonly PlainTerms _terms;
    private readonly long _from;
    private readonly int _count;
    private readonly List<IGrouping<LocalDate, ScheduleVersion>> _days;
    private readonly List<ScheduleVersion> _newestDays;
    private readonly Painting _newest;
    private readonly List<(long Start, long End, ScheduleVersion Day)> _local;
    private readonly List<(long Second, int State)> _events;
    private readonly Dictionary<int, long> _heard = [];
    private readonly List<(long Start, long End, int Source)> _gaps;
    private readonly HashSet<long> _tellings;
    private Painting? _known;

    private BruteForce(Facts facts, long from, long now)
    {
        (_facts, _from, _count) = (facts, from, (int)(now - from + 1));
        _terms = new PlainTerms(facts, Days.At(Instant.FromUnixTimeSeconds(from), facts.Place.Zone));
        _days = [.. facts.Versions.OrderBy(one => one.Version).GroupBy(one => one.Day).OrderBy(day => day.Key)];
        _newestDays = [.. _days.Select(day => day.Last())];
        _newest = Paint(_newestDays);
        _local = [.. _days.Select(day => (
            Days.Start(day.Key, facts.Place.Zone).ToUnixTimeSeconds(),
            Days.Start(day.Key.PlusDays(1), facts.Place.Zone).ToUnixTimeSeconds(), day.Last()))];
        _tellings = [.. facts.Versions.Where(one => one.ToldAt is not null)
            .Select(one => one.ToldAt!.Value.ToUnixTimeSeconds()).SelectMany(second => (long[])[second, second + 1])];
        _gaps = [.. facts.Gaps.Select(gap => (
            gap.Gap.Start.ToUnixTimeSeconds(), gap.Gap.End.ToUnixTimeSeconds(), gap.Source))];
        _events = [.. facts.Events.DistinctBy(one => one.Seq)
            .Select(one => (
                At: facts.Corrected(SourceOf(one.State), one.At.ToUnixTimeMilliseconds()), one.Seq, one.State))
            .OrderBy(one => one.At).ThenBy(one => one.Seq)
            .Select(one => ((long)Math.Floor(one.At / 1000.0), one.State))];
        Hear();
    }

    /// <summary>The seconds from one up to another, which is included: it is the present.</summary>
    public static Second[] Judge(Facts facts, Instant from, Instant now)
    {
        var force = new BruteForce(facts, from.ToUnixTimeSeconds(), now.ToUnixTimeSeconds());
        var states = force.States();
        return [.. Enumerable.Range(0, force._count).Select(i => force.Judge(i, states[i]))];
    }

    private int SourceOf(int state) => _facts.States.SourceOf(state);

    private void Hear()
    {
        foreach (var source in _facts.Events.GroupBy(one => SourceOf(one.State)))
        {
            var last = source.Max(one => one.At.ToUnixTimeMilliseconds());
            _heard[source.Key] = (long)Math.Floor(_facts.Corrected(source.Key, last) / 1000.0);
        }

        foreach (var (source, at) in _facts.Heard)
        {
            _heard[source] = Math.Max(_heard.GetValueOrDefault(source), at.ToUnixTimeSeconds());
        }
    }

    private int?[] States()
    {
        var states = new int?[_count];
        var (state, next) = ((int?)null, 0);
        for (var i = 0; i < _count; i++)
        {
            for (; next < _events.Count && _events[next].Second <= _from + i; next++)
            {
                var meaning = _terms.Meaning(_terms.DayAt(_events[next].Second), _events[next].State);
                state = meaning == StateMeaning.Unchanged ? state : _events[next].State;
            }

            states[i] = state;
        }

        return states;
    }

    private Second Judge(int i, int? state)
    {
        var (t, at) = (_from + i, i + Margin);
        var rules = _terms.DayAt(t);
        var known = KnownAt(t);
        var day = Newest(_newest.DayAt(at)) ?? Newest(known.DayAt(at)) ?? LocalDay(t);
        var activity = _newest[at];
        var isScheduled = activity >= 0 && _facts.Activities[activity].Category != ActivityCategory.TimeOff;
        var second = new Second(
            default, default, default, activity, isScheduled, ActualAt(t, rules, state), state ?? -1, day, null);
        if (Unjudged(second, _terms.IsIgnored(rules, activity)) is { } rule)
        {
            var verdict = rule is VerdictRule.StateIgnored or VerdictRule.ActivityIgnored
                ? Verdict.Ignored
                : Verdict.Unknown;
            return second with { Verdict = verdict, Rule = rule };
        }

        if (_terms.IsIn(_newest, at, rules, second.Actual))
        {
            return second with { Verdict = Verdict.In, Rule = VerdictRule.Accepted };
        }

        second = Wrong(second);
        if (Approved(t) is { } approval)
        {
            return second with { Verdict = Verdict.Explained, Rule = VerdictRule.Approved, Approval = approval };
        }

        var knew = _terms.IsIgnored(rules, known[at]) || _terms.IsIn(known, at, rules, second.Actual);
        return knew ? second with { Verdict = Verdict.Explained, Rule = VerdictRule.ToldTooLate } : second;
    }

    private static VerdictRule? Unjudged(Second second, bool isIgnored) =>
        second.Actual == Actual.Unknown
            ? second.State < 0 ? VerdictRule.NeverHeard : VerdictRule.SourceSilent
        : second.Actual == Actual.Unmapped ? VerdictRule.StateNotMapped
        : second.Actual == Actual.Ignored ? VerdictRule.StateIgnored
        : isIgnored ? VerdictRule.ActivityIgnored
        : null;

    private Actual ActualAt(long t, int rules, int? state)
    {
        if (state is not { } known || t >= _heard[SourceOf(known)] + 60
            || IsLost(SourceOf(known), t))
        {
            return Actual.Unknown;
        }

        return _terms.Meaning(rules, known) switch
        {
            null => Actual.Unmapped,
            StateMeaning.Unchanged => Actual.Ignored,
            var meaning => (Actual)meaning.Value,
        };
    }

    private Second Wrong(Second second)
    {
        var category = second.Activity < 0 ? default(ActivityCategory?) : _facts.Activities[second.Activity].Category;
        var works = second.Actual is Actual.OnQueue or Actual.Meeting or Actual.Training or Actual.OtherWork;
        var (verdict, impact, rule) = (second.IsScheduled, category, second.Actual) switch
        {
            (false, _, _) when works => (Verdict.Unscheduled, Impact.Positive, VerdictRule.WorkingUnscheduled),
            (false, _, _) => (Verdict.Unscheduled, Impact.None, VerdictRule.PresentUnscheduled),
            (_, ActivityCategory.OnQueue, _) => (Verdict.Out, Impact.Negative, VerdictRule.NotOnQueue),
            (_, _, Actual.OnQueue) => (Verdict.Out, Impact.Positive, VerdictRule.OnQueueInstead),
            _ => (Verdict.Out, Impact.None, VerdictRule.OtherActivity),
        };
        return second with { Verdict = verdict, Impact = impact, Rule = rule };
    }

    private Approval? Approved(long t) => _facts.Approvals.Count == 0 ? null : _facts.Approvals
        .Where(one => one.Start.ToUnixTimeSeconds() <= t && t < one.End.ToUnixTimeSeconds())
        .OrderBy(one => one.Start).ThenBy(one => one.Id).LastOrDefault();

    private bool IsLost(int source, long t)
    {
        foreach (var gap in _gaps)
        {
            if (gap.Source == source && gap.Start <= t && t < gap.End)
            {
                return true;
            }
        }

        return false;
    }

    private ScheduleVersion? LocalDay(long t)
    {
        foreach (var (start, end, day) in _local)
        {
            if (start <= t && t < end)
            {
                return day;
            }
        }

        return null;
    }

    private ScheduleVersion? Newest(int day) => day < 0 ? null : _newestDays[day];

    /// <summary>
    /// The schedule as the agent knew it: of each day, the newest version of which the agent was told; else the first.
    /// Painted anew in the seconds after somebody was told something.
    /// </summary>
    private Painting KnownAt(long t)
    {
        if (_known is null || _tellings.Contains(t))
        {
            var now = Instant.FromUnixTimeSeconds(t);
            _known = Paint([.. _days.Select(day => day.LastOrDefault(one => one.ToldAt <= now) ?? day.First())]);
        }

        return _known;
    }

    private Painting Paint(List<ScheduleVersion> days)
    {
        var key = $"{_from} {string.Join(' ', days.Select(day => $"{day.Day:MMdd}:{day.Version}"))}";
        if (!_facts.Paintings.TryGetValue(key, out var painting))
        {
            var count = (int)(_facts.Horizon - _from) + (2 * Margin);
            painting = _facts.Paintings[key] = new Painting(_facts, days, _from - Margin, count);
        }

        return painting;
    }
}
