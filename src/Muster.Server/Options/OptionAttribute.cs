namespace Muster.Server.Options;

/// <summary>
/// Describes an option for people: <c>muster options</c>, docs/options.md and every error speak from it.
/// </summary>
/// <param name="description">One sentence.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionAttribute(string description) : Attribute
{
    public string Description { get; } = description;

    /// <summary>The unit of a number: <c>s</c>, <c>min</c>, <c>MB</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>Smallest number allowed.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Largest number allowed.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>The texts allowed; empty for any.</summary>
    public string[] OneOf { get; init; } = [];

    /// <summary>What stands for an empty default: "chosen at start".</summary>
    public string? WhenEmpty { get; init; }

    /// <summary>Never shown.</summary>
    public bool Secret { get; init; }
}
