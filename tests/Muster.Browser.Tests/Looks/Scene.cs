using Microsoft.Playwright;

namespace Muster.Browser.Tests.Looks;

/// <summary>A page in a state that is worth a look: who sees it, where, and what was done there.</summary>
/// <param name="UserName">One of the demonstration's people; null when nobody is signed in.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Act">What was done there, and elsewhere on the node, until it shows.</param>
public sealed record Scene(string? UserName, string Path, Func<IPage, DemoNode, Task> Act)
{
    public Scene(string? userName, string path, Func<IPage, Task> act)
        : this(userName, path, (page, _) => act(page))
    {
    }
}
