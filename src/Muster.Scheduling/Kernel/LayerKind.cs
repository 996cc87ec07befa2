namespace Muster.Scheduling.Kernel;

/// <summary>What a layer of the dynamic programme stands for: a day, or the end of a span of one count.</summary>
internal enum LayerKind
{
    Origin,
    Day,
    Paid,
    Weekends,
    WorkDays,
}
