using Microsoft.Playwright;
using Muster.Testing;

namespace Muster.Browser.Tests.Looks;

/// <summary>Every scene is played once and looked at on every screen and in all colours.</summary>
public sealed class LooksTests(Chromium chromium, DemoNode demo) : SceneTest(chromium, demo)
{
    /// <summary>axe finds nothing: WCAG 2.2 AA and its own good practice; and nothing sticks out on a phone.</summary>
    [Theory]
    [MemberData(nameof(Scenes.Names), MemberType = typeof(Scenes))]
    public async Task A_scene_is_accessible_and_no_wider_than_a_phone(string scene)
    {
        var page = await PlayAsync(scene);

        foreach (var (screen, colours) in Look.All)
        {
            await page.ShowOnAsync(screen, colours);
            if (screen == Screen.Phone)
            {
                // Drawings measure the room that they have, and follow when it has changed.
                await Until.FineAsync(
                    TimeSpan.FromSeconds(10), async () => (await Width.FindTooWideAsync(page)).FirstOrDefault());
            }

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

    [Fact]
    public async Task A_planted_wide_line_is_found()
    {
        var page = await PlayAsync("today");
        await page.ShowOnAsync(Screen.Phone, ColorScheme.Light);

        await page.EvaluateAsync("document.querySelector('main').append('wide'.repeat(200))");

        Assert.StartsWith("MAIN", Assert.Single(await Width.FindTooWideAsync(page)), StringComparison.Ordinal);
    }
}
