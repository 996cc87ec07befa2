namespace Muster.Server.Options;

/// <summary>A node of the pool that builds schedules.</summary>
public sealed record BuilderOptions
{
    [Option("How many parts of builds this node searches at once.", WhenEmpty = "half of the processors", Min = 0,
        Max = 256)]
    public int Slots { get; init; }

    /// <summary>At least one, and room for whatever else the node does.</summary>
    public int SlotsHere => Slots > 0 ? Slots : Math.Max(1, Environment.ProcessorCount / 2);
}
