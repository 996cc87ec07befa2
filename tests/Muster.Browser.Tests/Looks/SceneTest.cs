using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Looks;

/// <summary>A test that looks at every scene.</summary>
public abstract class SceneTest(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
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
}
