namespace Muster.Domain.Demand;

/// <summary>What a layer does to the intervals that it is about.</summary>
public enum LayerKind
{
    /// <summary>So many contacts more in each, or fewer.</summary>
    Add,

    /// <summary>So many times as much.</summary>
    Multiply,

    /// <summary>Exactly so much in each.</summary>
    Set,

    /// <summary>So much in all of them together, spread as before.</summary>
    SpreadTotal,
}
