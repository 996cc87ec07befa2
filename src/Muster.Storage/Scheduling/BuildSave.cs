namespace Muster.Storage.Scheduling;

/// <summary>How far a builder is with its part. What is null stays as it was.</summary>
/// <param name="State">running, done or failed.</param>
/// <param name="Progress">The whole of it.</param>
public sealed record BuildSave(string State, TimeSpan Spent, long Steps, string Progress)
{
    public long? Breaches { get; init; }

    public long? Cost { get; init; }

    public long? Bound { get; init; }

    public string? Incumbent { get; init; }

    public string? Input { get; init; }

    public string? Findings { get; init; }

    public string? Sentence { get; init; }
}
