using Microsoft.Playwright;
using Muster.Testing;

namespace Muster.Browser.Tests;

/// <summary>
/// A test in a real browser. What any of its pages did wrong fails it at its end; of a failure the pages are kept as
/// pictures in artifacts/browser.
/// </summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncDisposable
{
    private readonly List<IBrowserContext> _own = [];
    private readonly List<IPage> _pages = [];

    protected Watch Watch { get; } = new();

    /// <summary>Opens a page in a browser profile of its own, signed in when there is a session.</summary>
    protected async Task<IPage> OpenAsync(Uri node, string path, ApiSession? session = null)
    {
        var profile = await chromium.NewProfileAsync(node, session);
        _own.Add(profile);
        return await OpenAsync(profile, node, path);
    }

    /// <summary>Opens a page beside the others of a session.</summary>
    protected async Task<IPage> OpenBesideAsync(Uri node, string path, ApiSession session) =>
        await OpenAsync(await chromium.ProfileAsync(node, session), node, path);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            await KeepPicturesAsync();
        }

        foreach (var page in _pages)
        {
            await page.CloseAsync();
        }

        foreach (var profile in _own)
        {
            await profile.CloseAsync();
        }

        Watch.AssertNothing();
    }

    private async Task<IPage> OpenAsync(IBrowserContext profile, Uri node, string path)
    {
        var page = await profile.NewPageAsync();
        _pages.Add(page);
        Watch.Over(page, node);
        await page.GotoAsync(path);
        return page;
    }

    private async Task KeepPicturesAsync()
    {
        var name = string.Concat(TestContext.Current.Test!.TestDisplayName.Split(Path.GetInvalidFileNameChars()));
        foreach (var (number, page) in _pages.Index())
        {
            var path = Path.Combine(Accepted.Repository, "artifacts/browser", $"{name} {number + 1}.png");
            await page.ScreenshotAsync(new() { Path = path });
        }
    }
}
