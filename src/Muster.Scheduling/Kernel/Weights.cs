namespace Muster.Scheduling.Kernel;

/// <summary>
/// The units of costs inside the search. Whole costs are scaled, so that noise and prices fit between them.
/// </summary>
internal static class Weights
{
    /// <summary>A cost of 1.</summary>
    public const int Scale = 16;

    /// <summary>A unit of a broken hard rule, where a search must step over it; not scaled.</summary>
    public const int Breach = 20_000;

    /// <summary>A unit of missing hard minimum staff; not scaled.</summary>
    public const int MissingStaff = 1_000;

    /// <summary>No marginal value is above it; scaled.</summary>
    public const int Most = 1 << 20;

    /// <summary>What is not allowed at all. Never added: whoever meets it leaves it out.</summary>
    public const int Never = 1 << 29;

    /// <summary>The value of a state that cannot be reached; real values stay below half of it.</summary>
    public const int Unreached = 1 << 30;
}
