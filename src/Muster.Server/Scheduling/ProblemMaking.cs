using System.Globalization;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Scheduling.Problem;
using NodaTime;

namespace Muster.Server.Scheduling;

/// <summary>
/// The problem of a unit's people, by their plans, and by their share of what is needed. Where an earlier build is
/// built anew in parts, the rest is locked as it stands there.
/// </summary>
internal sealed class ProblemMaking
{
    private static readonly int[] Grids = [30, 15, 10, PlanShifts.FinestGrid];

    private readonly BuildMaterial _of;
    private readonly List<ShiftOption> _options = [];
    private readonly Dictionary<WorkPlanId, (PlanShifts Shifts, IReadOnlyList<int> Options)> _plans = [];
    private readonly KeptOptions _kept;
    private readonly Func<AgentId, LocalDate, bool> _frees;
    private readonly List<AbleAgent> _rows;

    private ProblemMaking(BuildMaterial of)
    {
        _of = of;
        _kept = new KeptOptions(_options);
        _frees = of.Build.Rebuild?.Frees() ?? ((_, _) => true);
        _rows = [.. of.People.Able.Where(row =>
            of.Earlier.Rebuilt is not { } earlier || earlier.Knows(row.Agent.Id) || IsFreed(row.Agent))];
    }

    public static BuildInput Of(BuildMaterial of) => new ProblemMaking(of).Make();

    /// <summary>What an input of this material is told by.</summary>
    public static BuildPrint PrintOf(BuildMaterial of)
    {
        var making = new ProblemMaking(of);
        return BuildPrint.Of(of.People, making.Demand(making.Grid([])), of);
    }

    private BuildInput Make()
    {
        foreach (var plan in _rows.Select(row => row.Plan).DistinctBy(plan => plan.Id))
        {
            var shifts = PlanShifts.Of(plan, _of.Known, _of.Calendar);
            _plans[plan.Id] = (shifts, [.. Enumerable.Range(_options.Count, shifts.Options.Count)]);
            _options.AddRange(shifts.Options);
        }

        var demand = Demand(Grid(_of.Earlier.Rebuilt is { } kept
            ? kept.Schedule.Agents.SelectMany(agent => agent.Shifts).SelectMany(KeptOptions.Minutes)
            : []));
        var employees = _rows.Select(EmployeeOf).ToList();
        var problem = new SchedulingProblem
        {
            Days = _of.Calendar.Days.Count,
            DayMinutes = _of.Calendar.DayMinutes,
            FirstDay = _of.Build.FirstDay,
            WeekStart = _of.Unit.WeekStart,
            Options = [.. _options],
            Demand = demand,
            Employees = employees,
        };
        var input = new BuildInput(
            problem, _of.Calendar, [.. _rows.Select(row => row.Agent)],
            [.. Amounts(demand), .. LeftOut(), .. _of.Calendar.Findings()],
            BuildPrint.Of(_of.People, Demand(Grid([])), _of));
        return _of.Earlier.Rebuilt is { } earlier ? Lock(input, earlier) : input;
    }

    private int Grid(IEnumerable<int> kept)
    {
        int[] lengths =
        [
            .. _of.People.Able.Select(row => row.Plan).DistinctBy(plan => plan.Id).SelectMany(PlanShifts.Minutes),
            _of.Unit.IntervalMinutes, _of.Calendar.MinutesApart, .. _of.Needs.Select(need => need.Needs.Minutes),
            .. kept.Distinct(),
            .. _of.Calendar.Changes.SelectMany(change => (int[])[change.AtMinute, change.Minutes]),
        ];
        return Grids.FirstOrDefault(minutes => lengths.All(length => length % minutes == 0), PlanShifts.FinestGrid);
    }

    private IntervalDemand Demand(int grid) => new()
    {
        Groups = _of.Needs.Count > 0 ? [.. _of.Needs.Select(need => need.Needs.Group.Name)] : ["Nothing"],
        IntervalMinutes = grid,
        Needs = [.. _of.NeedsOn(grid)],
    };

    private Employee EmployeeOf(AbleAgent row)
    {
        var (shifts, options) = _plans[row.Plan.Id];
        var isBuilt = IsFreed(row.Agent);
        return new Employee
        {
            Name = row.Agent.FullName,
            Groups = row.Groups,

            // Who stays as they were is not judged, and needs no choice.
            Options = isBuilt ? options : [.. options.Take(1)],
            Rules = isBuilt
                ? shifts.RulesOf(_of.Calendar.Days, day => !row.Agent.Employment.IsActiveOn(day))
                : [],
            History = HistoryOf(row.Agent.Id),
        };
    }

    private History? HistoryOf(AgentId agent)
    {
        if (_of.Earlier.History is not { } earlier || !earlier.Knows(agent))
        {
            return null;
        }

        var last = _of.Build.FirstDay.PlusDays(-1);
        var shift = earlier.ShiftOf(agent, last);
        var before = last;
        while (earlier.Contains(before) && earlier.ShiftOf(agent, before) is null == shift is null)
        {
            before = before.PlusDays(-1);
        }

        var days = Period.DaysBetween(before, last);
        return shift is null
            ? new History(-days)
            : new History(days, _kept.Of(earlier.Schedule, shift, earlier.MinutesOf(last)));
    }

    private BuildInput Lock(BuildInput input, EarlierSchedule earlier)
    {
        var demand = (IntervalDemand)input.Problem.Demand;
        var start = earlier.Schedule.Start(input);
        var locked = new HashSet<Cell>();
        foreach (var (employee, row) in _rows.Index())
        {
            foreach (var (day, date) in _of.Calendar.Days.Index().Where(day => !_frees(row.Agent.Id, day.Item)))
            {
                locked.Add(new Cell(employee, day));
                start.Set(employee, day, Schedule.Off);
                if (earlier.ShiftOf(row.Agent.Id, date) is { } shift)
                {
                    start.Set(
                        employee, day, _kept.Of(earlier.Schedule, shift, _of.Calendar.MinutesOf(day)),
                        earlier.Schedule.Intervals(shift, demand));
                }
            }
        }

        return input with
        {
            Problem = input.Problem with { Options = [.. _options], Start = start, Locked = locked },
        };
    }

    private bool IsFreed(Agent agent) => _of.Calendar.Days.Any(day => _frees(agent.Id, day));

    private IEnumerable<string> LeftOut()
    {
        if (_of.Earlier.Rebuilt is not { } earlier)
        {
            yield break;
        }

        var fresh = _of.People.Able.Select(row => row.Agent).Except(_rows.Select(row => row.Agent)).ToList();
        if (fresh.Count > 0)
        {
            yield return $"New since the earlier build, and not chosen: {BuildPeople.Names(fresh)}.\n"
                + "Maybe choose them as well.";
        }

        var able = _rows.Select(row => row.Agent.Id.Value).ToHashSet();
        var gone = earlier.Schedule.Agents.Where(agent => !able.Contains(agent.Id)).Select(agent => agent.Name)
            .ToList();
        if (gone.Count > 0)
        {
            yield return $"In the earlier build, and not to be scheduled any more: {BuildPeople.Names(gone)}.";
        }
    }

    private IEnumerable<string> Amounts(IntervalDemand demand)
    {
        var hours = demand.Needs.Sum(need => need.Least) * (double)demand.IntervalMinutes / 60;
        var most = _rows.Sum(row => row.Plan.PaidMinutesPerWeek.Max) * (double)_of.Build.Weeks / 60;
        if (hours == 0)
        {
            yield return "Nobody is required in these weeks.\n"
                + "Maybe another forecast is meant: the schedules only keep the rules.";
        }
        else if (hours > most && most > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{hours:N0} hours are required, {hours / most:0.#} times what these people may work ({most:N0}).");
        }
    }
}
