using System.Collections.Concurrent;
using Microsoft.Playwright;
using Muster.Browser.Tests;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Muster.Browser.Tests;

/// <summary>The machine's own Chromium, one for all tests; nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const float PatienceMilliseconds = 20_000;

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ConcurrentDictionary<ApiSession, Lazy<Task<IBrowserContext>>> _profiles = new();
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Arguments });
    }

    /// <summary>A browser profile of its own, signed in when there is a session.</summary>
    public async Task<IBrowserContext> NewProfileAsync(Uri node, ApiSession? session)
    {
        var profile = await _browser.NewContextAsync(new()
        {
            BaseURL = node.ToString(),
            ViewportSize = Screen.Desk,
            ReducedMotion = ReducedMotion.Reduce,
        });
        if (session is not null)
        {
            var (name, value) = (session.Cookie.Name, session.Cookie.Value);
            await profile.AddCookiesAsync([new Cookie { Name = name, Value = value, Url = node.ToString() }]);
        }

        return profile;
    }

    /// <summary>One profile for all pages of a session: it keeps the client's files, as a browser does.</summary>
    public Task<IBrowserContext> ProfileAsync(Uri node, ApiSession session) => _profiles.GetOrAdd(
        session, new Lazy<Task<IBrowserContext>>(() => NewProfileAsync(node, session))).Value;

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var onPath = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)));
        return Environment.GetEnvironmentVariable("MUSTER_CHROMIUM")
            ?? onPath.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                "There is no Chromium in PATH.\nMaybe install it, or set MUSTER_CHROMIUM to its path.");
    }
}
