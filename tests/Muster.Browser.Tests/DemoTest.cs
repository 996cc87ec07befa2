using Microsoft.Playwright;

namespace Muster.Browser.Tests;

/// <summary>A test on the shared demonstration.</summary>
public abstract class DemoTest(Chromium chromium, DemoNode demo) : BrowserTest(chromium)
{
    protected DemoNode Demo { get; } = demo;

    /// <summary>Opens a page as one of the demonstration's people: ada, paul, sofia or amir.</summary>
    protected async Task<IPage> OpenAsAsync(string userName, string path) =>
        await OpenBesideAsync(Demo.Address, path, await Demo.SessionAsync(userName));

    protected Task<IPage> OpenSignedOutAsync(string path) => OpenAsync(Demo.Address, path);
}
