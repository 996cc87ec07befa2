namespace Muster.Evaluation.Tours;

/// <summary>Time on one task within a shift.</summary>
public readonly record struct TourStretch(int Task, int Slots);
