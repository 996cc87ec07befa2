using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Looks;

/// <summary>The screens and colours in which a page is seen.</summary>
public static class Look
{
    private const string Settled = """
        () => Promise.all(document.getAnimations()
          .filter((one) => one.effect?.getTiming().iterations !== Infinity)
          .map((one) => one.finished.catch(() => undefined)))
        """;

    public static IReadOnlyList<(ViewportSize Screen, ColorScheme Colours)> All { get; } =
    [
        (Screen.Desk, ColorScheme.Light),
        (Screen.Desk, ColorScheme.Dark),
        (Screen.Phone, ColorScheme.Dark),
        (Screen.Phone, ColorScheme.Light),
    ];

    /// <summary>Changes the screen of an open page and waits until nothing moves any more.</summary>
    public static async Task ShowOnAsync(this IPage page, ViewportSize screen, ColorScheme colours)
    {
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = colours });
        await Expect(page.Locator("html")).ToHaveAttributeAsync(
            "data-mantine-color-scheme", colours == ColorScheme.Dark ? "dark" : "light");
        await page.EvaluateAsync(Settled);
    }
}
