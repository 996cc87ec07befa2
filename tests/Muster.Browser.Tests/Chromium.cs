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

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Arguments });
    }

    /// <summary>A browser profile of its own: no cookies, nothing stored.</summary>
    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options) =>
        _browser.NewContextAsync(options);

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
