namespace Muster.Server.Simulate;

/// <summary>The statistics of a queue in an interval, as they are told.</summary>
/// <param name="Interval">Its number in the day, from 0 on.</param>
/// <param name="Queue">Its index among the queues.</param>
public readonly record struct ToldInterval(int Interval, int Queue, IntervalCounts Counts);
