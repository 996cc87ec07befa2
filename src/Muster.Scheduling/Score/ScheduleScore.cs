namespace Muster.Scheduling.Score;

/// <summary>What a schedule costs: first what it breaks, then what it costs. Less is better.</summary>
/// <param name="Breaches">Units of broken hard rules and of missing hard minimum staff; 0: valid.</param>
/// <param name="Cost">Of coverage and soft rules, in the problem's own unit.</param>
public readonly record struct ScheduleScore(long Breaches, long Cost) : IComparable<ScheduleScore>
{
    public bool IsValid => Breaches == 0;

    public int CompareTo(ScheduleScore other) =>
        Breaches != other.Breaches ? Breaches.CompareTo(other.Breaches) : Cost.CompareTo(other.Cost);

    public static ScheduleScore operator +(ScheduleScore left, ScheduleScore right) =>
        new(left.Breaches + right.Breaches, left.Cost + right.Cost);

    public static bool operator <(ScheduleScore left, ScheduleScore right) => left.CompareTo(right) < 0;

    public static bool operator >(ScheduleScore left, ScheduleScore right) => left.CompareTo(right) > 0;

    public static bool operator <=(ScheduleScore left, ScheduleScore right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ScheduleScore left, ScheduleScore right) => left.CompareTo(right) >= 0;
}
