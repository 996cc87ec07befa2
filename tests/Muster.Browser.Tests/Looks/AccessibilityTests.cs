namespace Muster.Browser.Tests.Looks;

/// <summary>axe finds nothing: WCAG 2.2 AA and its own good practice.</summary>
public sealed class AccessibilityTests(Chromium chromium, DemoNode demo) : SceneTest(chromium, demo)
{
    [Theory]
    [MemberData(nameof(Scenes.Names), MemberType = typeof(Scenes))]
    public async Task Axe_finds_nothing_wide_and_narrow_light_and_dark(string scene)
    {
        var page = await PlayAsync(scene);

        foreach (var (screen, colours) in Look.All)
        {
            await page.ShowOnAsync(screen, colours);
            Assert.Empty(await Axe.FindAsync(page));
        }
    }

    [Fact]
    public async Task A_planted_picture_without_words_is_found()
    {
        var page = await PlayAsync("today");
        await page.EvaluateAsync("document.querySelector('main').append(document.createElement('img'))");

        var found = Assert.Single(await Axe.FindAsync(page));

        Assert.StartsWith("image-alt", found, StringComparison.Ordinal);
    }
}
