using Microsoft.Playwright;
using Muster.Testing;
using Cookie = Microsoft.Playwright.Cookie;

namespace Muster.Browser.Tests;

/// <summary>
/// A test in a real browser. What any of its pages did wrong fails it at its end; of a failure the pages are kept as
/// pictures in artifacts/browser.
/// </summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncDisposable
{
    private readonly List<IBrowserContext> _contexts = [];

    protected Watch Watch { get; } = new();

    /// <summary>Opens a page in a browser profile of its own, signed in when there is a session.</summary>
    protected async Task<IPage> OpenAsync(Uri node, string path, ApiSession? session = null)
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = node.ToString(),
            ViewportSize = Screen.Desk,
            ReducedMotion = ReducedMotion.Reduce,
        });
        _contexts.Add(context);
        Watch.Over(context, node);
        if (session is not null)
        {
            var (name, value) = (session.Cookie.Name, session.Cookie.Value);
            await context.AddCookiesAsync([new Cookie { Name = name, Value = value, Url = node.ToString() }]);
        }

        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            await KeepPicturesAsync();
        }

        foreach (var context in _contexts)
        {
            await context.CloseAsync();
        }

        Watch.AssertNothing();
    }

    private async Task KeepPicturesAsync()
    {
        var name = string.Concat(TestContext.Current.Test!.TestDisplayName.Split(Path.GetInvalidFileNameChars()));
        foreach (var (number, page) in _contexts.SelectMany(context => context.Pages).Index())
        {
            var path = Path.Combine(Accepted.Repository, "artifacts/browser", $"{name} {number + 1}.png");
            await page.ScreenshotAsync(new() { Path = path });
        }
    }
}
