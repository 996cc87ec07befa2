namespace Muster.Scheduling.Kernel;

/// <summary>What the dynamic programme counts along the days.</summary>
internal enum CountKind
{
    Paid,
    WorkDays,
    Weekends,
}
