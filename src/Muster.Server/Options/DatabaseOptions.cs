namespace Muster.Server.Options;

/// <summary>The database and how it is reached.</summary>
public sealed record DatabaseOptions
{
    [Option("Npgsql connection string of an external PostgreSQL (15 or newer); several hosts allowed.",
        Secret = true, WhenEmpty = "the built-in PostgreSQL in the data directory")]
    public string Connection { get; init; } = "";

    [Option("Client-side limit of every database call that is not a named long job.", Unit = "s", Min = 1, Max = 5)]
    public int CommandTimeout { get; init; } = 5;

    [Option("Most connections of requests; a few more are the node's own.", Min = 5, Max = 1000)]
    public int MaxConnections { get; init; } = 50;

    [Option("Whether a change is also told to other nodes by the database itself (NOTIFY): one for each commit that "
        + "changes cached content.")]
    public bool Notify { get; init; } = true;

    [Option("The user that the built-in PostgreSQL runs as when Muster runs as root.",
        WhenEmpty = "the first of muster, postgres, nobody that exists")]
    public string RunAs { get; init; } = "";

    [Option("Size of the ballast file that is given up when the disk is full.", Unit = "MB", Min = 0, Max = 10_000)]
    public int Ballast { get; init; } = 64;

    [Option("Free space under which the built-in PostgreSQL raises an alarm.", Unit = "MB", Min = 0, Max = 1_000_000)]
    public int LowSpace { get; init; } = 512;
}
