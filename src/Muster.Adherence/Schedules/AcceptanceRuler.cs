using Muster.Adherence.Rules;

namespace Muster.Adherence.Schedules;

/// <summary>
/// What is accepted around what is scheduled: an activity's own, before it ends also that of the next, as long as the
/// thresholds say, and after it began that of the one before. Thresholds reach no further than the neighbour.
/// </summary>
internal sealed class AcceptanceRuler
{
    private readonly List<(uint Start, ushort Code)> _runs = [];

    public StepList<Acceptance> Rule(StepList<Scheduled> scheduled, CompiledRules rules)
    {
        Join(scheduled);
        var steps = new StepList<Acceptance>();
        for (var i = 0; i < _runs.Count; i++)
        {
            var own = rules.TermsOf(_runs[i].Code);
            var (start, lateUntil, end, earlyFrom) = (_runs[i].Start, 0L, long.MaxValue, long.MaxValue);
            var (before, after) = ((ushort)0, (ushort)0);
            if (i > 0)
            {
                var neighbour = rules.TermsOf(_runs[i - 1].Code);
                (before, lateUntil) = (neighbour.Accept, start + Math.Max(neighbour.EndLate, own.StartLate));
            }

            if (i + 1 < _runs.Count)
            {
                var neighbour = rules.TermsOf(_runs[i + 1].Code);
                end = _runs[i + 1].Start;
                (after, earlyFrom) = (neighbour.Accept, end - Math.Max(own.EndEarly, neighbour.StartEarly));
            }

            foreach (var cut in (long[])[start, Math.Min(lateUntil, earlyFrom), Math.Max(lateUntil, earlyFrom)])
            {
                var at = Math.Max(cut, start);
                if (at < end)
                {
                    var mask = own.Accept | (at < lateUntil ? before : 0) | (at >= earlyFrom ? after : 0);
                    steps.Add((uint)at, new Acceptance((ushort)mask, own.IsIgnored));
                }
            }
        }

        return steps;
    }

    // Activities of the same code side by side are one: there is no boundary between them.
    private void Join(StepList<Scheduled> scheduled)
    {
        _runs.Clear();
        for (var i = 0; i < scheduled.Count; i++)
        {
            if (_runs.Count == 0 || _runs[^1].Code != scheduled[i].Value.Code)
            {
                _runs.Add((scheduled[i].Start, scheduled[i].Value.Code));
            }
        }
    }
}
