namespace Muster.Adherence.Engine;

/// <summary>What became of an event, as <see cref="ApplyCounts"/> counts it.</summary>
internal enum Arrival
{
    InOrder,
    Late,
    BeforeWindow,
    Duplicate,
    Stranger,
    OutOfRange,
}
