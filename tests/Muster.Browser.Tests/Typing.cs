using Microsoft.Playwright;

namespace Muster.Browser.Tests;

/// <summary>Hands on a keyboard: every character is a key pressed.</summary>
public static class Typing
{
    /// <summary>Types over what the field held.</summary>
    public static async Task WriteAsync(this ILocator field, string text)
    {
        await field.ClickAsync();
        await field.PressAsync("Control+a");
        await field.PressSequentiallyAsync(text);
    }

    /// <summary>Types where the focus is.</summary>
    public static Task WriteAsync(this IPage page, string text) => page.Keyboard.TypeAsync(text);

    public static Task PressAsync(this IPage page, string keys) => page.Keyboard.PressAsync(keys);

    /// <summary>As people do it who never touch the mouse: the page opens with the focus in the first field.</summary>
    public static async Task SignInAsync(this IPage page, string userName, string password)
    {
        await Assertions.Expect(page.GetByLabel("User name")).ToBeFocusedAsync();
        await page.WriteAsync(userName);
        await page.PressAsync("Tab");
        await page.WriteAsync(password);
        await page.PressAsync("Enter");
    }

    /// <summary>Says yes to the question that a button asks before it does what it says.</summary>
    public static Task ConfirmAsync(this IPage page, string what) => page
        .GetByRole(AriaRole.Dialog, new() { Name = what }).GetByRole(AriaRole.Button, new() { Name = what })
        .PressAsync("Enter");

    public static ILocator Button(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Heading(this IPage page, string name) =>
        page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    public static ILocator Field(this IPage page, string name) =>
        page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });
}
