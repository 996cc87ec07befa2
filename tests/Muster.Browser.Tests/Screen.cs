using Microsoft.Playwright;

namespace Muster.Browser.Tests;

/// <summary>The two screens that every page is made for, in CSS pixels.</summary>
public static class Screen
{
    public static ViewportSize Desk { get; } = new() { Width = 1440, Height = 900 };

    public static ViewportSize Phone { get; } = new() { Width = 390, Height = 844 };
}
