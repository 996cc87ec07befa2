namespace Muster.Server.Options;

/// <summary>State events and interval statistics from telephone systems and other sources.</summary>
public sealed record EventsOptions
{
    [Option("How long events, statistics and quarantined lines are kept.", Unit = "days", Min = 7, Max = 3650)]
    public int KeepDays { get; init; } = 400;

    [Option("How much of what was sent a node holds until it is written; a request beyond it gets 429.", Unit = "MB",
        Min = 1, Max = 4096)]
    public int Queue { get; init; } = 64;

    [Option("Lines that could not be used, kept for each source; those beyond it are only counted.", Unit = "lines",
        Min = 0, Max = 1_000_000)]
    public int Quarantine { get; init; } = 10_000;
}
