namespace Muster.Evaluation.Rosters;

/// <summary>How many should work a shift on a day, and what each one too few or too many costs.</summary>
public readonly record struct RosterCover(int Day, string Shift, int Required, int UnderWeight, int OverWeight);
