namespace Muster.Evaluation.Rosters;

/// <summary>A wish to work a shift on a day, or not to.</summary>
/// <param name="Weight">What it costs when it is not granted.</param>
public readonly record struct ShiftRequest(string Employee, int Day, string Shift, int Weight);
