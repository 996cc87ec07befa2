using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Looks;

/// <summary>A test that looks at every scene.</summary>
public abstract class SceneTest(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    private const string Settled = """
        () => Promise.all(document.getAnimations()
          .filter((one) => one.effect?.getTiming().iterations !== Infinity)
          .map((one) => one.finished.catch(() => undefined)))
        """;

    protected async Task<IPage> PlayAsync(string name)
    {
        var scene = Scenes.Find(name);
        var page = scene.UserName is { } user
            ? await OpenAsAsync(user, scene.Path)
            : await OpenSignedOutAsync(scene.Path);
        await scene.Act(page, Demo);
        await Expect(page.GetByRole(AriaRole.Status, new() { Name = "Loading the" })).ToHaveCountAsync(0);
        return page;
    }

    /// <summary>Changes the screen of an open page and waits until nothing moves any more.</summary>
    protected static async Task ShowOnAsync(IPage page, ViewportSize screen, ColorScheme colours)
    {
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = colours });
        await Expect(page.Locator("html")).ToHaveAttributeAsync(
            "data-mantine-color-scheme", colours == ColorScheme.Dark ? "dark" : "light");
        await page.EvaluateAsync(Settled);
    }
}
