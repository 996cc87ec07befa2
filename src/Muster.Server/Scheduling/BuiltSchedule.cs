using Muster.Domain.Demand;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Score;

namespace Muster.Server.Scheduling;

/// <summary>A schedule as it is kept: a hundred thousand shifts are some megabytes.</summary>
/// <param name="Required">By planning group, per interval from midnight of the first day on.</param>
/// <param name="ClockChanges">Days of 23 or 25 hours; absent: there is none.</param>
/// <param name="Served">How many there are for it, agents with several groups counted once; the same shape.</param>
public sealed record BuiltSchedule(
    int IntervalMinutes, IReadOnlyList<BuiltActivity> Activities, IReadOnlyList<string> Groups,
    IReadOnlyList<IReadOnlyList<int>> Required, IReadOnlyList<IReadOnlyList<int>> Served,
    IReadOnlyList<BuiltAgent> Agents, IReadOnlyList<ClockChange>? ClockChanges = null)
{
    public static BuiltSchedule Read(string text) => DemandJson.Read<BuiltSchedule>(text);

    public string Write() => DemandJson.Write(this);

    internal static BuiltSchedule Of(BuildInput input, Schedule schedule)
    {
        var (problem, demand) = (input.Problem, (IntervalDemand)input.Problem.Demand);
        var table = new ActivityTable(demand);
        var agents = input.Agents.Index().Select(agent => new BuiltAgent(
            agent.Item.Id.Value, agent.Item.FullName,
            [
                .. Enumerable.Range(0, problem.Days).Where(day => schedule[agent.Index, day] != Schedule.Off)
                    .Select(day => table.Shift(problem, schedule, agent.Index, day)),
            ])).ToList();
        var served = Scoring.Served(problem, schedule);
        return new BuiltSchedule(
            demand.IntervalMinutes, table.Activities, demand.Groups,
            ByGroup(demand, row => demand.Needs[row].Least), ByGroup(demand, row => served[row]), agents,
            input.Calendar.Changes);
    }

    /// <summary>What of it still fits: a search goes on from there.</summary>
    internal Schedule Start(BuildInput input)
    {
        var (problem, demand) = (input.Problem, (IntervalDemand)input.Problem.Demand);
        var schedule = new Schedule(problem.Employees.Count, problem.Days);
        var employees = input.Agents.Index().ToDictionary(agent => agent.Item.Id.Value, agent => agent.Index);
        foreach (var agent in Agents.Where(agent => employees.ContainsKey(agent.Id)))
        {
            var employee = employees[agent.Id];
            var options = problem.Employees[employee].Options!.Select(option => (option, problem.Options[option]))
                .ToLookup(each => (each.Item2.Start, each.Item2.Length, each.Item2.DayMinutes), each => each.option);
            foreach (var shift in agent.Shifts.Where(shift => shift[0] < problem.Days))
            {
                foreach (var option in options[(shift[1], shift[2], problem.MinutesOf(shift[0]))].Take(1))
                {
                    schedule.Set(employee, shift[0], option, Intervals(shift, demand));
                }
            }
        }

        // What breaks rules of its own by now, a break too early for instance, is built anew.
        foreach (var cell in Scoring.Misfits(problem, schedule))
        {
            schedule.Set(cell.Employee, cell.Day, Schedule.Off);
        }

        foreach (var (employee, day) in problem.Locked)
        {
            schedule.Set(
                employee, day, problem.Start![employee, day], problem.Start.ActivitiesOf(employee, day));
        }

        return schedule;
    }

    /// <summary>What is done in each interval of a shift.</summary>
    internal short[] Intervals(IReadOnlyList<int> shift, IntervalDemand demand)
    {
        var intervals = new List<short>();
        for (var at = 3; at < shift.Count; at += 2)
        {
            intervals.AddRange(Enumerable.Repeat(Code(Activities[shift[at]]), shift[at + 1] / demand.IntervalMinutes));
        }

        return [.. intervals];

        short Code(BuiltActivity activity) => activity.Kind switch
        {
            BuiltActivity.Pause => Activity.Pause,
            BuiltActivity.Meeting => Activity.Meeting,
            _ => activity.Name.Length == 0
                ? Activity.AllGroups
                : (short)Math.Max(Activity.AllGroups, demand.Groups.ToList().IndexOf(activity.Name)),
        };
    }

    private static IReadOnlyList<IReadOnlyList<int>> ByGroup(IntervalDemand demand, Func<int, int> at) =>
        [
            .. Enumerable.Range(0, demand.Groups.Count).Select(group => (IReadOnlyList<int>)
                [
                    .. Enumerable.Range(0, demand.Needs.Count / demand.Groups.Count)
                        .Select(interval => at((interval * demand.Groups.Count) + group)),
                ]),
        ];

    /// <summary>Numbers the activities as they come up.</summary>
    private sealed class ActivityTable(IntervalDemand demand)
    {
        private readonly List<BuiltActivity> _all = [new(BuiltActivity.Work, "", true)];

        public IReadOnlyList<BuiltActivity> Activities => _all;

        public List<int> Shift(SchedulingProblem problem, Schedule schedule, int employee, int day)
        {
            var option = problem.Options[schedule[employee, day]];
            var shift = new List<int> { day, option.Start, option.Length };
            var intervals = schedule.ActivitiesOf(employee, day);

            // In the order of their rules; where two touch, one ends after its minutes.
            var pauses = new Queue<ShiftBreak>(option.Breaks.SelectMany(rule => Enumerable.Repeat(rule, rule.Count)));
            for (var (from, to) = (0, 0); from < intervals.Length; from = to)
            {
                var rule = intervals[from] == Activity.Pause ? Next(pauses) : null;
                var end = rule is null ? intervals.Length : from + (rule.Minutes / demand.IntervalMinutes);
                for (to = from + 1; to < Math.Min(end, intervals.Length) && intervals[to] == intervals[from];)
                {
                    to++;
                }

                var minutes = (to - from) * demand.IntervalMinutes;
                shift.AddRange(NumberOf(intervals[from], rule), minutes);
            }

            return shift;
        }

        private static ShiftBreak? Next(Queue<ShiftBreak> pauses) => pauses.TryDequeue(out var pause) ? pause : null;

        private int NumberOf(short code, ShiftBreak? rule)
        {
            var activity = code switch
            {
                Activity.Pause => new BuiltActivity(BuiltActivity.Pause, rule?.Name ?? "Break", rule?.Paid ?? false),
                Activity.Meeting => new BuiltActivity(BuiltActivity.Meeting, "Meeting", true),
                Activity.AllGroups => _all[0],
                _ => new BuiltActivity(BuiltActivity.Work, demand.Groups[code], true),
            };
            var number = _all.IndexOf(activity);
            if (number < 0)
            {
                number = _all.Count;
                _all.Add(activity);
            }

            return number;
        }
    }
}
