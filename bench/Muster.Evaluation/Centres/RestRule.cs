namespace Muster.Evaluation.Centres;

/// <summary>A break or a meal that every shift of a plan has, from a certain length on.</summary>
/// <param name="FromMinutes">Shifts with so many paid minutes or more have it.</param>
/// <param name="Earliest">Minutes from the start of the shift to its start, at least.</param>
/// <param name="Latest">At most.</param>
public sealed record RestRule(string Name, int Minutes, bool IsPaid, int FromMinutes, int Earliest, int Latest);
