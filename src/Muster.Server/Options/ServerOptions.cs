using System.Net;

namespace Muster.Server.Options;

/// <summary>The host and its HTTP side.</summary>
public sealed record ServerOptions : ICheckedOptions
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

    public IEnumerable<string> Check()
    {
        foreach (var url in Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsAddress(url))
            {
                yield return $"Server:Urls: \"{url}\" is not an address.\nMaybe write it like http://127.0.0.1:7070.";
            }
        }

        foreach (var proxy in Proxies)
        {
            if (!IPAddress.TryParse(proxy, out _))
            {
                yield return $"Server:TrustedProxies: \"{proxy}\" is not an IP address.\nMaybe write it like 10.0.0.1.";
            }
        }
    }

    /// <summary><see cref="TrustedProxies"/>, one by one.</summary>
    public IReadOnlyList<string> Proxies =>
        TrustedProxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
