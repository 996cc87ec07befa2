namespace Muster.Scheduling.Problem;

/// <summary>One employee on one day, both by index.</summary>
public readonly record struct Cell(int Employee, int Day);
