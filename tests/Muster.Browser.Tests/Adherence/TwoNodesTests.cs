using Microsoft.Playwright;
using Muster.Browser.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Adherence;

public sealed class TwoNodesTests(Chromium chromium, TwoNodes nodes)
    : BrowserTest(chromium), IClassFixture<TwoNodes>
{
    [Fact]
    public async Task Mappings_are_added_tried_and_saved_and_seen_at_another_node_at_once()
    {
        var (ada, paul) = (nodes.Ada, nodes.Paul);
        var company = await Company.FoundAsync(ada);
        await RulesStage.CodeAsync(ada, company, "Telephone", "on_queue");
        var path = $"/adherence/rules?unit={company.Unit}";
        var hers = await OpenAsync(nodes.First, path, ada);
        var his = await OpenAsync(nodes.Second, path, paul);
        await Expect(his.Heading("No state is mapped yet")).ToBeVisibleAsync();

        await hers.GetByLabel("Source", new() { Exact = true }).First.WriteAsync("acd");
        await hers.PressAsync("Enter");
        await Expect(hers.GetByText("9 mappings")).ToBeVisibleAsync();
        await hers.Button("Add mapping").ClickAsync();
        await hers.Field("State of mapping 1").WriteAsync("Coaching");
        await hers.GetByLabel("Counts as, of mapping 1", new() { Exact = true }).SelectOptionAsync("Training");
        await hers.GetByLabel("State", new() { Exact = true }).WriteAsync("Coaching");
        await hers.GetByLabel("Scheduled", new() { Exact = true }).SelectOptionAsync("Telephone");
        var tried = hers.GetByRole(AriaRole.Status, new() { Name = "What it would count as" });
        await Expect(tried).ToContainTextAsync("out of adherence");
        await Expect(tried).ToContainTextAsync("training, by the mapping of Coaching with any reason code");
        await hers.Button("Save").ClickAsync();

        await Expect(his.GetByText("10 mappings")).ToBeVisibleAsync();
        await Expect(his.Field("State of mapping 1")).ToHaveValueAsync("Coaching");
        await Expect(his.GetByText("Set by Ada")).ToBeVisibleAsync();
    }
}
