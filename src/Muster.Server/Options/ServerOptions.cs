namespace Muster.Server.Options;

/// <summary>The host and its HTTP side.</summary>
public sealed record ServerOptions
{
    [Option("Name of this node, unique in the cluster.", WhenEmpty = "the machine's name")]
    public string Node { get; init; } = "";

    [Option("Roles of this process, separated by commas; `muster roles` lists them.")]
    public string Roles { get; init; } = "all";

    [Option("Addresses to listen on, separated by semicolons.")]
    public string Urls { get; init; } = "http://127.0.0.1:7070";

    [Option("How long a cached right or session may be out of date.", Unit = "s", Min = 0.1, Max = 60)]
    public double CacheSlack { get; init; } = 1;

    [Option("Largest request body.", Unit = "kB", Min = 16, Max = 1_000_000)]
    public int MaxRequest { get; init; } = 1024;

    [Option("Time given to running requests when the process stops.", Unit = "s", Min = 0, Max = 30)]
    public double StopTimeout { get; init; } = 2;

    [Option("Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed: addresses, separated by commas.",
        WhenEmpty = "none")]
    public string TrustedProxies { get; init; } = "";
}
