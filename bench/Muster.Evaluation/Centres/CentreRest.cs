namespace Muster.Evaluation.Centres;

/// <param name="Slot">Of the horizon, its first.</param>
public readonly record struct CentreRest(int Slot, int Slots);
