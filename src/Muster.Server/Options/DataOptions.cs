namespace Muster.Server.Options;

/// <summary>Where Muster keeps its files.</summary>
public sealed record DataOptions
{
    [Option("The data directory: the built-in PostgreSQL, the lock file and muster.json live there.",
        WhenEmpty = "$XDG_DATA_HOME/muster, ~/.local/share/muster, or /var/lib/muster for root")]
    public string Directory { get; init; } = "";
}
