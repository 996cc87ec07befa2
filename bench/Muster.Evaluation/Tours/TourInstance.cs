namespace Muster.Evaluation.Tours;

/// <summary>A published tour instance, as its file says it. Tasks count from 1, in the arrays from 0.</summary>
public sealed record TourInstance
{
    public required int Days { get; init; }

    public required int Tasks { get; init; }

    public required IReadOnlyList<TourEmployee> Employees { get; init; }

    /// <summary>By slot and task: fewer are forbidden.</summary>
    public required int[,] MinCover { get; init; }

    /// <summary>By slot and task: n more cost n squared.</summary>
    public required int[,] MaxCover { get; init; }

    public int Slots => Days * TourRules.SlotsPerDay;
}
