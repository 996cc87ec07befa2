using System.Globalization;
using Microsoft.Playwright;

namespace Muster.Browser.Tests;

/// <summary>
/// What drawn frames cost the page's own thread in processor time: what others do on the machine is not counted.
/// </summary>
public sealed class FrameCost
{
    /// <summary>A sixtieth of a second.</summary>
    private const double MostMilliseconds = 1000.0 / 60;

    private readonly ICDPSession _browser;

    private FrameCost(ICDPSession browser) => _browser = browser;

    public static async Task<FrameCost> OfAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Performance.enable", new() { ["timeDomain"] = "threadTicks" });
        return new FrameCost(browser);
    }

    /// <summary>Sixty of these frames go into a second of the thread.</summary>
    /// <inheritdoc cref="TellAsync"/>
    public async Task<T> AssertInTimeAsync<T>(string what, int frames, Func<Task<T>> draw)
    {
        var (drawn, milliseconds) = await TellAsync(what, frames, draw);
        Assert.True(milliseconds < MostMilliseconds, $"{what}: {milliseconds:0.00} ms a frame");
        return drawn;
    }

    /// <summary>Says what a frame costs, in the output of the test.</summary>
    /// <param name="what">The words of the report.</param>
    /// <returns>What drawing answers, and the milliseconds of a frame.</returns>
    public async Task<(T Drawn, double Milliseconds)> TellAsync<T>(string what, int frames, Func<Task<T>> draw)
    {
        var before = await MetricsAsync();
        var drawn = await draw();
        var after = await MetricsAsync();
        double PerFrame(string name) => (after[name] - before[name]) * 1000 / frames;
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{what}: {PerFrame("TaskDuration"):0.00} ms a frame, of it script {PerFrame("ScriptDuration"):0.00} ms");
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        return (drawn, PerFrame("TaskDuration"));
    }

    private async Task<Dictionary<string, double>> MetricsAsync() =>
        (await _browser.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
        .ToDictionary(one => one.GetProperty("name").GetString()!, one => one.GetProperty("value").GetDouble());
}
