using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>One employee's days, as rules read them.</summary>
internal readonly ref struct RosterView(SchedulingProblem problem, int employee, ReadOnlySpan<int> options)
{
    private readonly ReadOnlySpan<int> _options = options;

    public SchedulingProblem Problem { get; } = problem;

    public History? History { get; } = problem.Employees[employee].History;

    public int Days => _options.Length;

    public int this[int day] => _options[day];

    public bool Works(int day) => _options[day] >= 0;

    public ShiftOption Shift(int day) => Problem.Options[_options[day]];
}
