using Muster.Evaluation.Centres;

namespace Muster.Bench.Centre;

/// <summary>
/// The simple peer: round by round every agent gets one more shift of the week, the one that covers most of what is
/// still missing. Nothing is ever taken back.
/// </summary>
internal sealed class GreedyCentre
{
    private const int TailSlots = 48; // shifts of the last day run on behind the horizon

    private readonly CentreInstance _instance;
    private readonly int[,] _missing;
    private readonly Dictionary<WorkPlan, IReadOnlyList<ShiftPattern>> _patterns;
    private readonly int[] _value = new int[CentreInstance.SlotsPerDay + TailSlots + 1];

    private GreedyCentre(CentreInstance instance)
    {
        _instance = instance;
        _missing = (int[,])instance.Required.Clone();
        _patterns = instance.Agents.Select(agent => agent.Plan).Distinct().ToDictionary(plan => plan, ShiftPattern.Of);
    }

    public static CentreSolution Build(CentreInstance instance, int seed)
    {
        var greedy = new GreedyCentre(instance);
        var lines = instance.Agents.Select(agent => new GreedyLine(instance, agent)).ToArray();
        new Random(seed).Shuffle(lines);
        for (var week = 0; week < instance.Days / 7; week++)
        {
            for (var round = 0; round < instance.Agents.Max(agent => agent.Plan.MaxDaysPerWeek); round++)
            {
                foreach (var line in lines)
                {
                    greedy.AddBest(line, week, round);
                }
            }
        }

        return new([.. lines.SelectMany(line => line.Shifts)]);
    }

    private void AddBest(GreedyLine line, int week, int round)
    {
        // Beyond the days that the plan asks for, a shift must be worth its time.
        var best = (Day: -1, Pattern: (ShiftPattern?)null, Gain: round < line.Plan.MinDaysPerWeek ? int.MinValue : 0);
        for (var day = 7 * week; day < 7 * (week + 1); day++)
        {
            if (!line.MayWork(day))
            {
                continue;
            }

            SumValues(line.Skills, day);
            foreach (var pattern in _patterns[line.Plan])
            {
                var gain = Gain(pattern);
                if (gain > best.Gain && line.MayAdd(day, pattern))
                {
                    best = (day, pattern, gain);
                }
            }
        }

        if (best.Pattern is { } chosen)
        {
            Cover(line.Skills, (best.Day * CentreInstance.SlotsPerDay) + chosen.Start, chosen);
            line.Add(best.Day, chosen);
        }
    }

    /// <summary>Sums of what an agent with these skills is worth in the slots from a day's midnight on.</summary>
    private void SumValues(int skills, int day)
    {
        for (var slot = 0; slot < _value.Length - 1; slot++)
        {
            var at = (day * CentreInstance.SlotsPerDay) + slot;
            var value = 0;
            if (at < _instance.Slots)
            {
                var isMissing = _missing[Neediest(skills, at), at] > 0;
                value = isMissing ? CentreInstance.UnderWeight : -CentreInstance.OverWeight;
            }

            _value[slot + 1] = _value[slot] + value;
        }
    }

    private int Gain(ShiftPattern pattern)
    {
        var gain = _value[pattern.Start + pattern.Slots] - _value[pattern.Start];
        foreach (var rest in pattern.Rests)
        {
            var from = pattern.Start + rest.Slot;
            gain -= _value[from + rest.Slots] - _value[from];
        }

        return gain;
    }

    private void Cover(int skills, int first, ShiftPattern pattern)
    {
        foreach (var slot in pattern.OnQueue.Select(slot => first + slot).Where(slot => slot < _instance.Slots))
        {
            _missing[Neediest(skills, slot), slot]--;
        }
    }

    private int Neediest(int skills, int slot)
    {
        var best = -1;
        for (var group = 0; group < _instance.Groups.Count; group++)
        {
            if ((skills >> group & 1) != 0 && (best < 0 || _missing[group, slot] > _missing[best, slot]))
            {
                best = group;
            }
        }

        return best;
    }
}
