using System.Globalization;
using System.Text;
using Muster.Evaluation.Centres;

namespace Muster.Bench.Centre;

/// <summary>
/// The classic set-covering model (Dantzig 1954) in CPLEX LP format: how many of each kind of agent start which
/// pattern on which day. It knows nobody by name: rest, runs of days, weekends and who is off are left out but for the
/// number of agents a day. Shifts start on the hour, their rests in the middle of the windows. What it finds must still
/// be shared out to people.
/// </summary>
/// <remarks>
/// x(kind, day, pattern) agents; f(skills, group, slot) of them on queue for a group. Cost as the evaluator has it,
/// less the constant of everybody missing: each slot on queue 1, each that is needed -1 and
/// -<see cref="UnderWeight"/>.
/// </remarks>
internal sealed class CoverModel
{
    /// <summary>On the hour: with all starts, HiGHS does not get through the linear relaxation in minutes.</summary>
    private const int StartStep = 4;

    private const int UnderWeight = CentreInstance.UnderWeight;

    private readonly CentreInstance _instance;
    private readonly StringBuilder _cost = new();
    private readonly StringBuilder _rows = new();
    private readonly StringBuilder _whole = new();
    private readonly Dictionary<(int Skills, int Slot), StringBuilder> _supply = [];

    private CoverModel(CentreInstance instance) => _instance = instance;

    /// <summary>To be added to the objective.</summary>
    public static long Constant(CentreInstance instance) =>
        (long)UnderWeight * instance.Required.Cast<int>().Sum();

    public static void Write(CentreInstance instance, TextWriter writer)
    {
        var model = new CoverModel(instance);
        foreach (var (index, kind) in instance.Agents.GroupBy(agent => (agent.Plan, agent.Skills)).Index())
        {
            model.Add(index, kind.Key.Plan, kind.Key.Skills, [.. kind]);
        }

        model.AddFlow();
        writer.Write($"Minimize\n cost:{model._cost}\nSubject To\n{model._rows}General\n{model._whole}End\n");
    }

    private void Add(int kind, WorkPlan plan, int skills, CentreAgent[] agents)
    {
        var patterns = ShiftPattern.Of(plan).Where(pattern => pattern.Start % StartStep == 0).ToList();
        for (var week = 0; week < _instance.Days / 7; week++)
        {
            var (shifts, minutes) = (new StringBuilder(), new StringBuilder());
            for (var day = 7 * week; day < 7 * (week + 1); day++)
            {
                var today = new StringBuilder();
                foreach (var (index, pattern) in patterns.Index())
                {
                    var name = Text($"x{kind}_{day}_{index}");
                    today.Append(Text($" + {name}\n"));
                    minutes.Append(Text($" + {pattern.PaidMinutes} {name}\n"));
                    _whole.Append(Text($" {name}\n"));
                    Supply(skills, day, pattern, name);
                }

                shifts.Append(today);
                Row(today, "<=", agents.Count(agent => !agent.DaysOff.Contains(day)));
            }

            Between(shifts, agents.Length, plan.MinDaysPerWeek, plan.MaxDaysPerWeek);
            Between(minutes, agents.Length, plan.MinMinutesPerWeek, plan.MaxMinutesPerWeek);
        }
    }

    private void Supply(int skills, int day, ShiftPattern pattern, string name)
    {
        var first = (day * CentreInstance.SlotsPerDay) + pattern.Start;
        var slots = pattern.OnQueue.Select(slot => first + slot).Where(slot => slot < _instance.Slots).ToList();
        _cost.Append(Text($" + {slots.Count * CentreInstance.OverWeight} {name}\n"));
        foreach (var slot in slots)
        {
            if (!_supply.TryGetValue((skills, slot), out var supply))
            {
                _supply[(skills, slot)] = supply = new StringBuilder();
            }

            supply.Append(Text($" + {name}\n"));
        }
    }

    private void AddFlow()
    {
        var served = new Dictionary<(int Group, int Slot), StringBuilder>();
        foreach (var ((skills, slot), supply) in _supply)
        {
            var groups = Enumerable.Range(0, _instance.Groups.Count);
            foreach (var group in groups.Where(group => (skills >> group & 1) != 0))
            {
                var name = Text($"f{skills}_{group}_{slot}");
                supply.Append(Text($" - {name}\n"));
                _cost.Append(Text($" - {UnderWeight + CentreInstance.OverWeight} {name}\n"));
                if (!served.TryGetValue((group, slot), out var sum))
                {
                    served[(group, slot)] = sum = new StringBuilder();
                }

                sum.Append(Text($" + {name}\n"));
            }

            Row(supply, ">=", 0);
        }

        foreach (var ((group, slot), sum) in served)
        {
            Row(sum, "<=", _instance.Required[group, slot]);
        }
    }

    private void Between(StringBuilder sum, int agents, int least, int most)
    {
        Row(sum, ">=", agents * least);
        Row(sum, "<=", agents * most);
    }

    private void Row(StringBuilder sum, string relation, int limit) =>
        _rows.Append(sum).Append(Text($" {relation} {limit}\n"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
