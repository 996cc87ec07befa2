namespace Muster.Server.Scheduling;

/// <summary>Clocks that are moved within the weeks of a schedule.</summary>
/// <param name="Day">0 is the first day.</param>
/// <param name="AtMinute">Of that day, elapsed since it began; the times of shifts are the same.</param>
/// <param name="Minutes">Above 0: clocks go forward, and the day is so much shorter.</param>
public sealed record ClockChange(int Day, int AtMinute, int Minutes);
