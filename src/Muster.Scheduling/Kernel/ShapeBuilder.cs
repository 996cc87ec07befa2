using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;

namespace Muster.Scheduling.Kernel;

/// <summary>Collects what the rules of one employee say into the costs of an <see cref="AgentShape"/>.</summary>
internal sealed class ShapeBuilder
{
    private readonly IReadOnlySet<int> _relaxed;
    private readonly Employee _employee;
    private readonly int[] _options;
    private readonly int[] _costs;
    private readonly int[] _dayOff;
    private readonly int[] _turn;
    private readonly List<(int Weight, Func<int, int, int> Amount)> _pairs = [];
    private readonly List<(Rule Rule, int Weight)> _pairRules = [];
    private readonly SuccessionCache _cache;
    private readonly List<(int Weight, int Least, int Most)> _workRuns = [];
    private readonly List<(int Weight, int Least, int Most)> _offRuns = [];
    private readonly Dictionary<(CountKind Kind, RuleSpan Span), List<SpanCost>> _spans = [];
    private readonly List<SideCount> _sides = [];
    private readonly int _ownOptions;
    private readonly int _scale;
    private int _rule;

    private ShapeBuilder(
        SuccessionCache cache, SchedulingProblem problem, int employee, IReadOnlySet<int> relaxed, int fine)
    {
        (_cache, Problem, _relaxed, _scale) = (cache, problem, relaxed, Weights.Scale * fine);
        _employee = problem.Employees[employee];
        int[] own = [.. _employee.Options ?? Enumerable.Range(0, problem.Options.Count)];
        _ownOptions = own.Length;
        _options = [.. own.Union(LockedOptions(employee))];
        _costs = new int[problem.Days * _options.Length];
        _dayOff = new int[problem.Days];
        _turn = new int[problem.Days];
    }

    public SchedulingProblem Problem { get; }

    /// <param name="relaxed">Hard rules, by index, that may be broken at a high cost because they contradict.</param>
    public static AgentShape Of(
        SuccessionCache cache, SchedulingProblem problem, int employee, IReadOnlySet<int> relaxed, int fine = 1)
    {
        var builder = new ShapeBuilder(cache, problem, employee, relaxed, fine);
        foreach (var rule in builder._employee.Rules)
        {
            rule.Shape(builder);
            builder._rule++;
        }

        builder.LockCells(employee);
        return builder.Build();
    }

    public void PerShift(ShiftRule rule, int day)
    {
        var weight = WeightOf(rule);
        var first = day * _options.Length;
        for (var option = 0; option < _options.Length; option++)
        {
            Add(ref _costs[first + option], rule.AmountOf(Problem, day, _options[option]), weight);
        }
    }

    public void PerDayOff(ShiftRule rule, int day, int amount) => Add(ref _dayOff[day], amount, WeightOf(rule));

    public void PerPair(Rule rule, Func<int, int, int> amount)
    {
        var weight = WeightOf(rule);
        _pairs.Add((weight, amount));
        _pairRules.Add((rule, weight));
        if (_employee.History?.LastOption is { } last)
        {
            for (var option = 0; option < _options.Length; option++)
            {
                Add(ref _costs[option], amount(last, _options[option]), weight);
            }
        }
    }

    public void WorkRun(Rule rule, int least, int most) => _workRuns.Add((WeightOf(rule), least, most));

    public void OffRun(Rule rule, int least, int most) => _offRuns.Add((WeightOf(rule), least, most));

    /// <summary>A day on which work neither begins after a day off nor ends.</summary>
    public void Turn(Rule rule, int day) => Add(ref _turn[day], 1, WeightOf(rule));

    public void Paid(Rule rule, RuleSpan span, Func<int, int> amountOfMinutes) =>
        AddSpans(CountKind.Paid, rule, span, amountOfMinutes);

    public void WorkDays(Rule rule, RuleSpan span, Func<int, int> amount) =>
        AddSpans(CountKind.WorkDays, rule, span, amount);

    public void Weekends(Rule rule, RuleSpan span, Func<int, int> amount) =>
        AddSpans(CountKind.Weekends, rule, span, amount);

    public void Count(Rule rule, RuleSpan span, int least, int most, IReadOnlyList<int> options)
    {
        var perOption = _options.Select(option => options.Contains(option) ? 1 : 0).ToArray();
        foreach (var (from, to) in Spans.Of(Problem, span))
        {
            if (perOption.Sum() > 0 && (least > 0 || most < to - from))
            {
                var cost = new SpanCost(from, to);
                cost.Add(CountWeightOf(rule), IsStrict(rule),
                    count => Math.Max(0, least - count) + Math.Max(0, count - most));
                cost.Complete(to - from, 1);
                _sides.Add(new SideCount(cost, perOption));
            }
        }
    }

    private static void Add(ref int cost, int amount, int weight)
    {
        if (amount > 0)
        {
            cost = (int)Math.Clamp(cost + ((long)amount * weight), -Weights.Never, Weights.Never);
        }
    }

    private int WeightOf(Rule rule) => rule.Penalty is { } penalty
        ? penalty * _scale
        : _relaxed.Contains(_rule) ? Weights.Breach * _scale : Weights.Never;

    private bool IsStrict(Rule rule) => rule.IsHard && !_relaxed.Contains(_rule);

    // A count can always be missed, at a cost: a search comes from where it is missed.
    private int CountWeightOf(Rule rule) => (rule.Penalty ?? Weights.Breach) * _scale;

    private void AddSpans(CountKind kind, Rule rule, RuleSpan span, Func<int, int> amount)
    {
        if (!_spans.TryGetValue((kind, span), out var costs))
        {
            costs = [.. Spans.Of(Problem, span).Select(days => new SpanCost(days.From, days.To))];
            _spans[(kind, span)] = costs;
        }

        foreach (var cost in costs)
        {
            cost.Add(CountWeightOf(rule), IsStrict(rule), amount);
        }
    }

    // A locked cell is as it is, whatever the rules on single days say; the rules on what is around it still hold.
    private void LockCells(int employee)
    {
        for (var day = 0; day < Problem.Days; day++)
        {
            var isLocked = Problem.Locked.Contains(new Cell(employee, day));
            var kept = isLocked ? Problem.Start?[employee, day] ?? Schedule.Off : Schedule.Off;
            if (isLocked)
            {
                _dayOff[day] = kept < 0 ? Allowed(_dayOff[day]) : Weights.Never;
            }

            for (var option = 0; option < _options.Length; option++)
            {
                ref var cost = ref _costs[(day * _options.Length) + option];
                cost = isLocked && _options[option] == kept ? Allowed(cost)
                    : isLocked || option >= _ownOptions ? Weights.Never : cost;
            }
        }
    }

    private IEnumerable<int> LockedOptions(int employee) => Problem.Start is not { } start ? [] :
        Problem.Locked.Where(cell => cell.Employee == employee).Select(cell => start[employee, cell.Day])
            .Where(option => option >= 0);

    private int Allowed(int cost) => cost >= Weights.Never ? Weights.Breach * _scale : cost;

    private AgentShape Build()
    {
        var unit = PaidUnit();
        foreach (var ((kind, _), costs) in _spans)
        {
            foreach (var cost in costs)
            {
                cost.Complete(HighestCount(kind, cost, unit), kind == CountKind.Paid ? unit : 1);
            }
        }

        return new AgentShape
        {
            Problem = Problem,
            History = _employee.History,
            Options = _options,
            Costs = _costs,
            DayOff = _dayOff,
            Turn = _turn,
            Work = RunCosts.Of(_workRuns),
            Off = RunCosts.Of(_offRuns),
            Succession = _cache.Of(_options, _pairRules, _pairs),
            PaidUnits = [.. _options.Select(option => Problem.Options[option].Paid / unit)],
            MostPaidUnits = _options.Select(option => Problem.Options[option].Paid / unit).DefaultIfEmpty(0).Max(),
            Paid = Finest(CountKind.Paid, unit),
            WorkDays = Finest(CountKind.WorkDays, unit),
            Weekends = Finest(CountKind.Weekends, unit),
            Sides = _sides,
        };
    }

    private int PaidUnit()
    {
        var unit = _options.Select(option => Problem.Options[option].Paid)
            .Aggregate(0, (first, second) => (int)System.Numerics.BigInteger.GreatestCommonDivisor(first, second));
        return Math.Max(1, unit);
    }

    private int HighestCount(CountKind kind, SpanCost cost, int unit)
    {
        var days = cost.To - cost.From;
        return kind == CountKind.Paid
            ? days * _options.Select(option => Problem.Options[option].Paid / unit).DefaultIfEmpty(0).Max()
            : days;
    }

    // The finest spans get the dimension; coarser ones of the same kind are steered by a multiplier.
    private List<SpanCost> Finest(CountKind kind, int unit)
    {
        var families = _spans.Where(pair => pair.Key.Kind == kind)
            .OrderByDescending(pair => pair.Value.Count).Select(pair => pair.Value).ToList();
        foreach (var cost in families.Skip(1).SelectMany(costs => costs))
        {
            if (kind != CountKind.Weekends)
            {
                _sides.Add(new SideCount(cost, [.. _options.Select(option =>
                    kind == CountKind.Paid ? Problem.Options[option].Paid / unit : 1)]));
            }
        }

        return families.FirstOrDefault() ?? [];
    }
}
