namespace Muster.Forecasting.Layers;

/// <summary>What a layer does to the intervals of its scope. A closed hierarchy.</summary>
public abstract record LayerChange
{
    private LayerChange()
    {
    }

    /// <summary>So many contacts more in each interval, or fewer; never below 0.</summary>
    public sealed record Add(double Volume) : LayerChange;

    /// <summary>So many times as much: 1.1 is 10 % more.</summary>
    public sealed record Multiply(double Factor) : LayerChange;

    /// <summary>Exactly so much in each interval.</summary>
    public sealed record Set(double Volume) : LayerChange;

    /// <summary>
    /// So much in all intervals of the scope together, spread as they were before; evenly over the open ones when all
    /// were 0.
    /// </summary>
    public sealed record SpreadTotal(double Total) : LayerChange;
}
