using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>
/// What a schedule of one employee must or should keep. Hard: no valid schedule breaks it. Soft: each unit of a breach
/// costs <see cref="Penalty"/>. The unit is a day, a shift or a quarter of an hour; each rule says which.
/// </summary>
public abstract record Rule
{
    /// <summary>Per unit of a breach; null: hard.</summary>
    public int? Penalty { get; init; }

    public bool IsHard => Penalty is null;

    /// <summary>What it says, for planners: one sentence.</summary>
    public abstract string Sentence(SchedulingProblem problem);

    /// <summary>What a planner could do about a breach: begins with "Maybe".</summary>
    public abstract string Remedy { get; }

    /// <summary>Every breach of a roster, from nothing.</summary>
    internal abstract void Find(in RosterView roster, BreachTally tally);

    /// <summary>The same for the dynamic programme, as costs of shifts, pairs, runs and counts.</summary>
    internal abstract void Shape(ShapeBuilder shape);
}
