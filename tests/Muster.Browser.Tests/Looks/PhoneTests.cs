using Microsoft.Playwright;

namespace Muster.Browser.Tests.Looks;

public sealed class PhoneTests(Chromium chromium, DemoNode demo) : SceneTest(chromium, demo)
{
    // What may scroll sideways says so: the tabs of System, and regions that a keyboard can scroll.
    private const string TooWide = """
        () => [...document.querySelectorAll('*')]
          .filter((one) => one === document.documentElement || /auto|scroll/.test(getComputedStyle(one).overflowX))
          .filter((one) => one.scrollWidth > one.clientWidth + 1)
          .filter((one) => !one.matches('nav[aria-label=System], [role=region][tabindex="0"]'))
          .map((one) => `${one.tagName}.${one.className} by ${one.scrollWidth - one.clientWidth} px`)
        """;

    [Theory]
    [MemberData(nameof(Scenes.Names), MemberType = typeof(Scenes))]
    public async Task Nothing_is_wider_than_a_phone(string scene)
    {
        var page = await PlayAsync(scene);

        await ShowOnAsync(page, Screen.Phone, ColorScheme.Light);

        Assert.Empty(await page.EvaluateAsync<string[]>(TooWide));
    }

    [Fact]
    public async Task A_planted_wide_line_is_found()
    {
        var page = await PlayAsync("today");
        await ShowOnAsync(page, Screen.Phone, ColorScheme.Light);

        await page.EvaluateAsync("document.querySelector('main').append('wide'.repeat(200))");

        Assert.StartsWith("MAIN", Assert.Single(await page.EvaluateAsync<string[]>(TooWide)), StringComparison.Ordinal);
    }
}
