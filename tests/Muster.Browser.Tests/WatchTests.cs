using Microsoft.Playwright;
using Xunit.Sdk;

namespace Muster.Browser.Tests;

/// <summary>Every other test relies on the watch, so it is shown what it must not miss.</summary>
public sealed class WatchTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    private readonly Watch _planted = new();

    [Theory]
    [InlineData("console.error('planted complaint')", "planted complaint")]
    [InlineData(
        "document.body.append(Object.assign(document.createElement('script'), { text: 'document.title = 1' }))",
        "Content Security Policy")]
    [InlineData("void fetch('http://elsewhere.invalid/').catch(() => undefined)", "Content Security Policy")]
    public async Task A_planted_complaint_on_the_console_is_a_fault(string script, string complaint)
    {
        var page = await OpenWatchedAsync(complaint);

        await page.RunAndWaitForConsoleMessageAsync(
            () => page.EvaluateAsync(script), new() { Predicate = message => message.Text.Contains(complaint) });

        AssertFound(complaint);
    }

    [Fact]
    public async Task A_planted_error_in_a_script_is_a_fault()
    {
        var page = await OpenWatchedAsync("planted failure");
        var failed = new TaskCompletionSource();
        page.PageError += (_, _) => failed.TrySetResult();

        await page.EvaluateAsync("setTimeout(() => { throw new Error('planted failure'); })");
        await failed.Task;

        AssertFound("planted failure");
    }

    [Fact]
    public async Task A_planted_visit_to_another_host_is_a_fault()
    {
        var page = await OpenWatchedAsync("elsewhere.invalid");

        await Assert.ThrowsAsync<PlaywrightException>(() => page.GotoAsync("http://elsewhere.invalid/"));

        AssertFound("asked another host: http://elsewhere.invalid/");
    }

    private async Task<IPage> OpenWatchedAsync(string provoked)
    {
        Watch.Provoke(provoked);
        var page = await OpenAsAsync("paul", "/today");
        _planted.Over(page, Demo.Address);
        return page;
    }

    private void AssertFound(string fault)
    {
        var failure = Assert.ThrowsAny<XunitException>(_planted.AssertNothing);
        Assert.Contains(fault, failure.Message, StringComparison.Ordinal);
    }
}
