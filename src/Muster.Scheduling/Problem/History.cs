namespace Muster.Scheduling.Problem;

/// <summary>How an employee comes into the period.</summary>
/// <param name="DaysInRow">Days worked in a row up to day 0 if positive, days off in a row if negative.</param>
/// <param name="LastOption">What was worked on the day before day 0; null: a day off.</param>
public sealed record History(int DaysInRow, int? LastOption = null);
