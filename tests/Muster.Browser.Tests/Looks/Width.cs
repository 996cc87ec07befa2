using Microsoft.Playwright;

namespace Muster.Browser.Tests.Looks;

/// <summary>Finds what sticks out at the side of a page.</summary>
public static class Width
{
    // What may scroll sideways says so: the tabs of an area, and regions that a keyboard can scroll.
    private const string TooWide = """
        () => [...document.querySelectorAll('*')]
          .filter((one) => one === document.documentElement || /auto|scroll/.test(getComputedStyle(one).overflowX))
          .filter((one) => one.scrollWidth > one.clientWidth + 1)
          .filter((one) => !one.matches(
            'nav:is([aria-label=System], [aria-label=People],'
            + '[aria-label=Forecast], [aria-label=Schedule], [aria-label=Adherence])'))
          .filter((one) => !one.matches(':is([role=region], [role=grid])[tabindex="0"]'))
          .map((one) => `${one.tagName}.${one.className} by ${one.scrollWidth - one.clientWidth} px`)
        """;

    public static Task<string[]> FindTooWideAsync(IPage page) => page.EvaluateAsync<string[]>(TooWide);
}
