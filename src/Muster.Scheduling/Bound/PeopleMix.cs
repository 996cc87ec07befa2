using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;

namespace Muster.Scheduling.Bound;

/// <summary>
/// Which mix of rosters covers best where each of the people is alone, with days off and all: the bound's mix of
/// contracts is spread over their members, and prices and rosters follow. What somebody does on a day can be decided.
/// Where coverage is per interval. Not thread-safe.
/// </summary>
internal sealed class PeopleMix
{
    public const int Undecided = -2;
    private const double Part = 1e-6; // of a person
    private const int CellsAtOnce = 8_000;

    /// <summary>So many sweeps take as long as finding rosters.</summary>
    private const int SweepsOfPricing = 12;

    private readonly SchedulingProblem _problem;
    private readonly AgentShape[] _shapes;
    private readonly Schedule _near;
    private readonly PeoplePricer[] _pricers;
    private readonly PriceMaster _master;
    private readonly int[][] _rosters;
    private readonly List<int> _open;
    private readonly RosterColumn?[] _found;
    private int _next;
    private bool _isMixing;

    /// <param name="shapes">By employee.</param>
    /// <param name="near">Has a roster for whoever may work none of the mix.</param>
    /// <param name="pricers">As many threads look for rosters.</param>
    public PeopleMix(SchedulingProblem problem, AgentShape[] shapes, Schedule near, int pricers)
    {
        (_problem, _shapes, _near) = (problem, shapes, near);
        _open = [.. Enumerable.Range(0, shapes.Length)];
        int[][] alone = [.. _open.Select(employee => (int[])[employee])];
        _master = new PriceMaster(problem, alone, new DayCaps(problem, []), OwnOf);
        var families = new ClassFamilies(problem, alone);
        _pricers = [.. Enumerable.Range(0, pricers).Select(_ => new PeoplePricer(problem, shapes, families))];
        _rosters = [.. _open.Select(_ => Enumerable.Repeat(Undecided, problem.Days).ToArray())];
        _found = new RosterColumn?[shapes.Length];
    }

    /// <summary>
    /// Runs the actions it is given, in any order or beside each other, and returns when all are done. Null: one by
    /// one.
    /// </summary>
    public Action<IReadOnlyList<Action>>? AtOnce { get; set; }

    /// <summary>Steps of the programme so far.</summary>
    public long Work => _pricers.Sum(pricer => pricer.Work);

    /// <summary>Evaluations of all prices so far.</summary>
    public int Passes { get; private set; }

    /// <summary>Whose roster is not decided on all days.</summary>
    public IReadOnlyList<int> Open => _open;

    /// <summary>By employee: the rosters seen so far, and how much of the employee works each.</summary>
    public IReadOnlyList<IReadOnlyList<RosterColumn>> Columns => _master.Columns;

    /// <summary>All work parts of what their contract's mix has.</summary>
    /// <param name="prices">Of the mix.</param>
    public void Begin(IEnumerable<ContractMix> contracts, double[] prices)
    {
        var rosters = new IReadOnlyList<(RosterColumn Column, double People)>[_shapes.Length];
        foreach (var contract in contracts)
        {
            Spread(contract, rosters);
        }

        _master.Begin(rosters, prices);
    }

    /// <summary>
    /// A part of an evaluation of all prices and of the mix of what was found: some tenths of a second.
    /// </summary>
    /// <returns>True: both are done.</returns>
    public bool Step()
    {
        for (var cells = 0; cells < CellsAtOnce;)
        {
            if (!_isMixing)
            {
                cells += CellsAtOnce;
                _isMixing = PriceSome() && _master.Judged(_master.KnownValue);
                continue;
            }

            cells += _open.Count * _problem.Days / SweepsOfPricing;
            _isMixing = _master.Improve();
            if (!_isMixing)
            {
                Passes++;
                return true;
            }
        }

        return false;
    }

    public bool IsDecided(int employee, int day) => _rosters[employee][day] != Undecided;

    /// <summary>
    /// Somebody works an option on a day, or is off. Stays undecided where no roster that is worked would be left.
    /// </summary>
    public void Decide(int employee, int day, int option)
    {
        if (Columns[employee].Any(column => column.People > 0 && column.OptionOn(day) == option))
        {
            _rosters[employee][day] = _shapes[employee].LocalOf(option);
            _master.Keep(employee, column => column.OptionOn(day) == option);
        }
    }

    /// <summary>Who is decided on all days works one roster, the most worked, from now on.</summary>
    public void Settle()
    {
        var settled = _open.Where(employee => !_rosters[employee].Contains(Undecided)).ToHashSet();
        foreach (var employee in settled)
        {
            var most = Columns[employee].MaxBy(column => column.People);
            _master.Keep(employee, column => column == most);
        }

        _open.RemoveAll(settled.Contains);
        _master.Settle(settled.Contains);
    }

    // One member after the other takes what is left of the rosters, those with the same weekends first.
    private void Spread(ContractMix contract, IReadOnlyList<(RosterColumn Column, double People)>[] rosters)
    {
        var left = contract.Columns.Where(column => column.People > Part).OrderBy(WeekendsOf)
            .Select(column => (Column: column, column.People)).ToList();
        foreach (var member in contract.Members.OrderByDescending(DaysOffOf))
        {
            var (taken, sum) = (new List<(RosterColumn Column, double People)>(), 0.0);
            for (var at = 0; at < left.Count && sum < 1 - Part; at++)
            {
                if (OwnOf(member, RosterOf(left[at].Column)) < Weights.Breach)
                {
                    var people = Math.Min(1 - sum, left[at].People);
                    taken.Add((left[at].Column, people));
                    left[at] = (left[at].Column, left[at].People - people);
                    sum += people;
                }
            }

            left.RemoveAll(roster => roster.People <= Part);
            rosters[member] = sum > 0 ? [.. taken.Select(roster => (roster.Column, roster.People / sum))]
                : [(NearOf(member), 1)];
        }
    }

    private int DaysOffOf(int employee) => _problem.Employees[employee].Rules.Count(rule => rule is DayOff);

    private int WeekendsOf(RosterColumn column) => column.Shifts.Where(shift => _problem.WeekdayOf(shift.Day) >= 5)
        .Aggregate(0, (weekends, shift) => weekends | (1 << (shift.Day / 7)));

    private bool PriceSome()
    {
        if (_next == 0)
        {
            Array.ForEach(_pricers, pricer => pricer.Begin(_master.Prices));
        }

        var end = Math.Min(_open.Count, _next + Math.Max(1, CellsAtOnce / _problem.Days));
        Action[] actions =
            [.. _pricers.Select((pricer, first) => (Action)(() => PriceSome(pricer, _next + first, end)))];
        if (AtOnce is null || actions.Length == 1)
        {
            Array.ForEach(actions, action => action());
        }
        else
        {
            AtOnce(actions);
        }

        foreach (var employee in _open[_next..end])
        {
            if (_found[employee] is { } column)
            {
                _master.Offer(employee, column, 0);
            }
        }

        _next = end < _open.Count ? end : 0;
        return _next == 0;
    }

    private void PriceSome(PeoplePricer pricer, int first, int end)
    {
        for (var at = first; at < end; at += _pricers.Length)
        {
            var employee = _open[at];
            _found[employee] = pricer.CheapestOf(employee, _rosters[employee]) is { } roster
                && OwnOf(employee, roster) is < Weights.Breach and var own
                ? _master.ColumnOf(pricer.ShiftsOf(employee, roster), own) : null;
        }
    }

    private RosterColumn NearOf(int employee)
    {
        var roster = _near.Of(employee).ToArray();
        return _master.ColumnOf(
            [.. from day in Enumerable.Range(0, _problem.Days)
                where roster[day] >= 0
                select (day, roster[day], _near.ActivitiesOf(employee, day).ToArray())],
            OwnOf(employee, roster));
    }

    private int[] RosterOf(RosterColumn column) => [.. Enumerable.Range(0, _problem.Days).Select(column.OptionOn)];

    private double OwnOf(int employee, int[] roster) => RosterCost.Of(
        _shapes[employee], Array.ConvertAll(roster, _shapes[employee].LocalOf)) / (double)Weights.Scale;
}
