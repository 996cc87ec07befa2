namespace Muster.Scheduling.Kernel;

/// <summary>
/// A count that has no dimension of its own in the dynamic programme: a multiplier per unit steers it, run by run.
/// </summary>
internal sealed class SideCount(SpanCost span, int[] perOption)
{
    public SpanCost Span { get; } = span;

    /// <summary>By local option.</summary>
    public int[] PerOption { get; } = perOption;

    public int MostPerOption { get; } = perOption.Append(0).Max();
}
