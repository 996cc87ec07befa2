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

    [Option("How often the database is asked for changes, whatever was heard from other nodes: how long cached "
        + "content may be out of date when nothing else works.", Unit = "s", Min = 0.1, Max = 60)]
    public double CacheSlack { get; init; } = 1;

    [Option("Whether this node tells the others of changes over WebSocket links, and hears of theirs.")]
    public bool WebEvents { get; init; } = true;

    [Option("Addresses of nodes to keep a link to, separated by commas; those of the membership come by themselves.",
        WhenEmpty = "none")]
    public string Peers { get; init; } = "";

    [Option("Addresses at which other nodes reach this one, separated by commas.",
        WhenEmpty = "Server:Urls with the machine's name")]
    public string Address { get; init; } = "";

    [Option("Addresses at which browsers reach the servers of this cluster, separated by commas: a page whose server "
        + "does not answer any more goes on at the next of them, without a reload. Servers with names of their own "
        + "need Server:CookieDomain too. Behind a load balancer it is not needed.",
        WhenEmpty = "the one that the page came from")]
    public string Origins { get; init; } = "";

    [Option("Domain whose servers the session cookie is sent to.", WhenEmpty = "the server that set it")]
    public string CookieDomain { get; init; } = "";

    [Option("Directory of the local cluster that this node belongs to, which starts and stops it; the System page then "
        + "says how its processes are killed.", WhenEmpty = "none")]
    public string LocalCluster { get; init; } = "";

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

        foreach (var (option, url) in PeerList.Select(url => ("Peers", url))
            .Concat(AddressList.Select(url => ("Address", url)))
            .Concat(OriginList.Select(url => ("Origins", url))))
        {
            if (!IsPeer(url))
            {
                yield return $"Server:{option}: \"{url}\" is not an address.\n"
                    + "Maybe write it like http://10.0.0.5:7070.";
            }
        }

        foreach (var proxy in Proxies)
        {
            if (!IPAddress.TryParse(proxy, out _))
            {
                yield return $"Server:TrustedProxies: \"{proxy}\" is not an IP address.\nMaybe write it like 10.0.0.1.";
            }
        }

        foreach (var trouble in CheckOrigins())
        {
            yield return trouble;
        }
    }

    // A session must be known wherever a page goes on.
    private IEnumerable<string> CheckOrigins()
    {
        var hosts = OriginList.Where(IsPeer).Select(url => new Uri(url).Host).Distinct().ToList();
        if (hosts.Count > 1 && hosts.Find(host => !IsCovered(host)) is { } stranger)
        {
            yield return $"Server:CookieDomain: \"{CookieDomain}\" does not cover {stranger} of Server:Origins, so a "
                + "session would end there.\nMaybe set the domain of all of them, as example.org for "
                + "muster1.example.org, or leave Server:Origins out.";
        }
    }

    private bool IsCovered(string host) => CookieDomain.Length > 0
        && $".{host}".EndsWith($".{CookieDomain.TrimStart('.')}", StringComparison.OrdinalIgnoreCase);

    /// <summary><see cref="TrustedProxies"/>, one by one.</summary>
    public IReadOnlyList<string> Proxies => Listed(TrustedProxies);

    /// <summary><see cref="Peers"/>, one by one.</summary>
    public IReadOnlyList<string> PeerList => Listed(Peers);

    /// <summary><see cref="Address"/>, one by one.</summary>
    public IReadOnlyList<string> AddressList => Listed(Address);

    /// <summary><see cref="Origins"/>, one by one, as browsers write them.</summary>
    public IReadOnlyList<string> OriginList => [.. Listed(Origins).Select(OriginOf)];

    private static string OriginOf(string text) =>
        IsPeer(text) ? new Uri(text).GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : text;

    private static string[] Listed(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsPeer(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

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
