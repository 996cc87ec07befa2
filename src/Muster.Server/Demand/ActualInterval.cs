namespace Muster.Server.Demand;

/// <summary>What came in an interval, and what had been said.</summary>
/// <param name="Slot">Place on the clock, from 0 for midnight.</param>
/// <param name="Layered">With people's changes.</param>
/// <param name="IsInRange">Whether it lay within the 80 % range of the machine.</param>
public sealed record ActualInterval(int Slot, double Actual, double Machine, double Layered, bool IsInRange);
