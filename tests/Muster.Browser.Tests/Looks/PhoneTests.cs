using Microsoft.Playwright;

namespace Muster.Browser.Tests.Looks;

public sealed class PhoneTests(Chromium chromium, DemoNode demo) : SceneTest(chromium, demo)
{
    [Theory]
    [MemberData(nameof(Scenes.Names), MemberType = typeof(Scenes))]
    public async Task Nothing_is_wider_than_a_phone(string scene)
    {
        var page = await PlayAsync(scene);

        await page.ShowOnAsync(Screen.Phone, ColorScheme.Light);

        Assert.Empty(await Width.FindTooWideAsync(page));
    }

    [Fact]
    public async Task A_planted_wide_line_is_found()
    {
        var page = await PlayAsync("today");
        await page.ShowOnAsync(Screen.Phone, ColorScheme.Light);

        await page.EvaluateAsync("document.querySelector('main').append('wide'.repeat(200))");

        Assert.StartsWith("MAIN", Assert.Single(await Width.FindTooWideAsync(page)), StringComparison.Ordinal);
    }
}
