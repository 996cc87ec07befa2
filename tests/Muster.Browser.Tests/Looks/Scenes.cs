using Microsoft.Playwright;
using Muster.Browser.Tests.Forecast;
using Muster.Browser.Tests.People;
using Muster.Browser.Tests.Publishing;
using Muster.Browser.Tests.Schedule;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Looks;

/// <summary>
/// Every page and every state of a page by name. The API reference is not among them: its markup is foreign.
/// </summary>
public static partial class Scenes
{
    private static readonly Dictionary<string, Scene> ByName = new()
    {
        ["sign in"] = new(null, "/sign-in", page => ShowsAsync(page, "Sign in to Muster")),
        ["sign in, refused"] = new(null, "/sign-in", RefusedAsync),
        ["first password"] = new(null, "/sign-in", FirstPasswordAsync),
        ["today, nothing yet"] = new("ada", "/today", NoDayAsync),
        ["today"] = new("ada", "/today", DayAsync),
        ["forecast"] = new("ada", "/forecast", (page, demo) => ForecastAsync(page, demo, "volume", "How it was made")),
        ["forecast by interval"] = new("ada", "/forecast", (page, demo) =>
            ForecastAsync(page, demo, "volume", "Tue, 28 Apr 2026, by 30 minutes", "&day=2026-04-28")),
        ["forecast of a day that goes on"] = new("ada", "/forecast", DaySoFarAsync),
        ["new forecast"] = new("ada", "/forecast", (page, demo) =>
            ForecastAsync(page, demo, "volume", "New forecast", "&open=new")),
        ["all forecasts"] = new("ada", "/forecast", (page, demo) =>
            ForecastAsync(page, demo, "volume", "All forecasts", "&open=list")),
        ["staffing"] = new("ada", "/forecast", (page, demo) =>
            ForecastAsync(page, demo, "staffing", "Agents required")),
        ["staffing, what if"] = new("ada", "/forecast", WhatIfAsync),
        ["staffing, agents with several skills"] = new("ada", "/forecast", SharedAsync),
        ["accuracy, nothing yet"] = new("ada", "/forecast", (page, demo) =>
            ForecastAsync(page, demo, "accuracy", "Nothing has come yet")),
        ["history"] = new("ada", "/forecast", (page, demo) => ForecastAsync(page, demo, "history", "Queues")),
        ["history, preview of a file"] = new("ada", "/forecast", PreviewAsync),
        ["schedule"] = new("ada", "/schedule", (page, demo) => ScheduleAsync(page, demo, "Schedules of spring")),
        ["schedule, draft"] = new("ada", "/schedule", (page, demo) => DraftAsync(page, demo, "")),
        ["schedule, edits"] = new("ada", "/schedule", (page, demo) => DraftAsync(page, demo, "&open=history")),
        ["schedule, a day"] = new("ada", "/schedule", DraftDayAsync),
        ["schedule, keys"] = new("ada", "/schedule", async (page, demo) =>
        {
            await DraftAsync(page, demo, "");
            await page.Button("Keys").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Dialog).GetByText("Ctrl + X")).ToBeVisibleAsync();
        }),
        ["new draft"] = new("ada", "/schedule", (page, demo) => DraftAsync(page, demo, "&open=draft")),
        ["build schedules"] = new("ada", "/schedule", (page, demo) =>
            ScheduleAsync(page, demo, "Build schedules", "&open=new")),
        ["publish"] = new("ada", "/schedule", PublishAsync),
        ["versions"] = new("ada", "/schedule", VersionsAsync),
        ["my schedule"] = new(null, "/sign-in", (page, demo) => MyAsync(page, demo, "")),
        ["my schedule, a month"] = new(null, "/sign-in", (page, demo) => MyAsync(page, demo, "?span=month")),
        ["rebuild"] = new("ada", "/schedule", async (page, demo) =>
        {
            await ScheduleAsync(page, demo, "Schedules of spring");
            await page.Button("Rebuild a part").ClickAsync();
            await ShowsAsync(page, "Rebuild a part");
        }),
        ["adherence now"] = new("ada", "/adherence", WallAsync),
        ["adherence, a day"] = new("ada", "/adherence", AdherenceDayAsync),
        ["adherence history"] = new("ada", "/adherence", AdherenceHistoryAsync),
        ["adherence rules, nothing yet"] = new("ada", "/adherence", NoRulesAsync),
        ["adherence rules"] = new("ada", "/adherence", RulesAsync),
        ["adherence rules, pasted"] = new("ada", "/adherence", PastedRulesAsync),
        ["adherence rules, history"] = new("ada", "/adherence", RuleHistoryAsync),
        ["event sources"] = new("ada", "/adherence", SourcesAsync),
        ["an event source"] = new("ada", "/adherence", SourceAsync),
        ["requests"] = new("ada", "/requests",
            page => ShowsAsync(page, "Time off and swaps are entered under Schedule")),
        ["people"] = new("ada", "/people/agents", page => ShowsAsync(page, "Agents")),
        ["new agent"] = new("ada", "/people/agents?agent=new", page => ShowsAsync(page, "New agent")),
        ["organization"] = new("ada", "/people/organization?new=tenants", page => ShowsAsync(page, "New tenant")),
        ["skills"] = new("ada", "/people/skills", page => ShowsAsync(page, "Switches")),
        ["new work plan"] = new("ada", "/people/work-plans?new=work-plans",
            page => ShowsAsync(page, "New work plan")),
        ["synchronization"] = new("ada", "/people/synchronization", page => ShowsAsync(page, "Sources")),
        ["new source"] = new("ada", "/people/synchronization?source=new", page => ShowsAsync(page, "New source")),
        ["reports"] = new("ada", "/reports",
            page => ShowsAsync(page, "Figures are on the pages that they belong to")),
        ["password"] = new("ada", "/password", page => ShowsAsync(page, "Change password")),
        ["not found"] = new("ada", "/nothing-here", page => ShowsAsync(page, "There is no such page")),
        ["forbidden"] = new("amir", "/system/users", page => ShowsAsync(page, "You may not see the users")),
        ["search and commands"] = new("ada", "/today", page => PressAsync(page, "Control+k", "Today")),
        ["units"] = new("ada", "/people/organization", UnitsAsync),
        ["account menu"] = new("ada", "/today", OpenMenuAsync),
        ["cluster"] = new("ada", "/system/cluster", page => ListsAsync(page, "Nodes")),
        ["node"] = new("ada", "/system/node", page => ShowsAsync(page, "Health")),
        ["roles"] = new("ada", "/system/roles", page => ListsAsync(page, "Node roles")),
        ["builders"] = new("ada", "/system/builders", page => ListsAsync(page, "Builders")),
        ["options"] = new("ada", "/system/options", page => ListsAsync(page, "Options: Identity")),
        ["options, none"] = new("ada", "/system/options?search=zzz",
            page => ShowsAsync(page, "No option matches “zzz”")),
        ["users"] = new("ada", "/system/users", page => ListsAsync(page, "Users")),
        ["new user"] = new("ada", "/system/users?user=new", page => ShowsAsync(page, "New user")),
        ["user"] = new("ada", "/system/users", page => OpenFirstAsync(page, "Users", "Signing in")),
        ["access roles"] = new("ada", "/system/access", page => ListsAsync(page, "Access roles")),
        ["new access role"] = new("ada", "/system/access?role=new", page => ShowsAsync(page, "New access role")),
        ["access role"] = new("ada", "/system/access", page => OpenFirstAsync(page, "Access roles", "Administrator")),
        ["tokens"] = new("ada", "/system/tokens", TokensAsync),
        ["new client"] = new("ada", "/system/tokens?client=new", page => ShowsAsync(page, "New API client")),
        ["client"] = new("ada", "/system/tokens", ClientAsync),
        ["audit"] = new("ada", "/system/audit", page => ListsAsync(page, "Audit")),
        ["audit entry"] = new("ada", "/system/audit?actor=demonstration", OpenEntryAsync),
    };

    public static TheoryData<string> Names => [.. ByName.Keys];

    public static Scene Find(string name) => ByName[name];

    private static Task ShowsAsync(IPage page, string heading) => Expect(page.Heading(heading)).ToBeVisibleAsync();

    private static Task ListsAsync(IPage page, string table) =>
        Expect(page.GetByRole(AriaRole.Table, new() { Name = table }).Locator("tbody tr").First).ToBeVisibleAsync();

    private static async Task ForecastAsync(
        IPage page, DemoNode demo, string tab, string heading, string more = "")
    {
        var stage = await ForecastStage.SetAsync(await demo.SessionAsync("ada"));
        await page.GotoAsync(stage.Path(tab) + more);
        await ShowsAsync(page, heading);
    }

    private static async Task ScheduleAsync(IPage page, DemoNode demo, string heading, string more = "")
    {
        var stage = await ScheduleStage.SetAsync(await demo.SessionAsync("ada"));
        await page.GotoAsync(stage.Path + more);
        await ShowsAsync(page, heading);
        await Expect(page.GetByText("Required").First).ToBeAttachedAsync();
    }

    private static async Task DraftAsync(IPage page, DemoNode demo, string more)
    {
        var stage = await DraftStage.SetAsync(await demo.SessionAsync("ada"), 12);
        await page.GotoAsync(stage.Path + more);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Coverage" }).Or(page.GetByText("Lea Holm")).First)
            .ToBeAttachedAsync();
    }

    private static async Task DraftDayAsync(IPage page, DemoNode demo)
    {
        await DraftAsync(page, demo, "");
        await page.GetByRole(AriaRole.Grid).PressAsync("Enter");
        await ShowsAsync(page, "Ada Holm, Mon, 8 Jun 2026");
    }

    private static async Task PublishAsync(IPage page, DemoNode demo)
    {
        var stage = await PublishingStage.SetAsync(demo);
        await stage.ChangeAsync(stage.BoId, 1, "08:00");
        var draft = await stage.DraftAsync(
            (stage.AnnId, 1, "09:00"), (stage.AnnId, 2, "09:00"), (stage.BoId, 1, "10:00"));
        await stage.ChangeAsync(stage.BoId, 1, "12:00");
        await page.GotoAsync(stage.PublishPath(draft));
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Conflicts" })).ToBeVisibleAsync();
    }

    private static async Task VersionsAsync(IPage page, DemoNode demo)
    {
        var stage = await PublishingStage.SetAsync(demo);
        await stage.ChangeAsync(stage.AnnId, 1, "08:00");
        await stage.ChangeAsync(stage.AnnId, 1, "10:00");
        await page.GotoAsync($"/schedule/versions?site={stage.Unit}");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Who was told") }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
    }

    private static async Task MyAsync(IPage page, DemoNode demo, string search)
    {
        var stage = await PublishingStage.SetAsync(demo);
        await stage.ChangeAsync(stage.AnnId, 0, "00:00", 23 * 60);
        await stage.ChangeAsync(stage.AnnId, 1, "09:00");
        await stage.ChangeAsync(stage.AnnId, 2, "10:00");
        await stage.Ann.PostAsync("/my/notices/acknowledge", new { });
        await stage.ChangeAsync(stage.AnnId, 1, "11:00");
        var cookie = stage.Ann.Cookie;
        await page.Context.AddCookiesAsync(
            [new Cookie { Name = cookie.Name, Value = cookie.Value, Url = demo.Address.ToString() }]);
        await page.GotoAsync($"/my{search}");
        await ShowsAsync(page, "1 day has changed");
    }

    private static async Task WhatIfAsync(IPage page, DemoNode demo)
    {
        await ForecastAsync(page, demo, "staffing", "Agents required");
        await page.Field("Volume, %").WriteAsync("150");
        await page.Button("Compare").ClickAsync();
        await ShowsAsync(page, "Agents required, what if");
    }

    private static async Task DaySoFarAsync(IPage page, DemoNode demo)
    {
        var (stage, day) = await ForecastStage.SetBegunAsync(await demo.SessionAsync("ada"));
        await page.GotoAsync($"{stage.Path("volume")}&day={day}");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "The day so far" })).ToBeVisibleAsync();
        await ShowsAsync(page, "How it was made");
    }

    private static async Task SharedAsync(IPage page, DemoNode demo)
    {
        var stage = await ForecastStage.SetTwoAsync(await demo.SessionAsync("ada"));
        await page.GotoAsync(stage.Path("staffing"));
        await page.GetByLabel("To", new() { Exact = true }).SelectOptionAsync("09:00");
        await page.Button("How many are needed?").ClickAsync();
        await page.Field("All skills on queue").FillAsync("20");
        await page.Button("What do they reach?").ClickAsync();
        await ListsAsync(page, "How contacts are served");
        await page.Button("Details of 08:30").ClickAsync();
    }

    private static async Task PreviewAsync(IPage page, DemoNode demo)
    {
        await ForecastAsync(page, demo, "history", "Queues");
        var rows = "start,calls\n2026-05-04 09:00,12\n2026-05-04 09:30,many\n2026-05-04 10:00,14\n"u8.ToArray();
        await page.GetByLabel("File of history").SetInputFilesAsync(
            new FilePayload { Name = "calls.csv", MimeType = "text/csv", Buffer = rows });
        await Expect(page.GetByText("Nothing is written yet.")).ToBeVisibleAsync();
    }

    private static async Task RefusedAsync(IPage page)
    {
        await page.SignInAsync("nobody", "wrong");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    private static async Task FirstPasswordAsync(IPage page, DemoNode demo)
    {
        var person = await demo.NewPersonAsync("Agent");
        await page.SignInAsync(person.UserName, person.FirstPassword);
        await ShowsAsync(page, "Choose your own password");
    }

    // The demonstration has no API client of its own.
    private static async Task TokensAsync(IPage page, DemoNode demo)
    {
        var ada = await demo.SessionAsync("ada");
        await ada.PostAsync("/clients", new { name = Unique.Name("seen"), grants = Array.Empty<object>() });
        await page.ReloadAsync();
        await ListsAsync(page, "API clients");
    }

    private static async Task ClientAsync(IPage page, DemoNode demo)
    {
        await TokensAsync(page, demo);
        await OpenFirstAsync(page, "API clients", "Secret");
    }

    private static async Task PressAsync(IPage page, string keys, string heading)
    {
        await ShowsAsync(page, heading);
        await page.PressAsync(keys);
        await Expect(page.GetByLabel("Go to a page or run a command")).ToBeFocusedAsync();
    }

    private static async Task UnitsAsync(IPage page, DemoNode demo)
    {
        await Company.FoundAsync(await demo.SessionAsync("ada"));
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "All units" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Unit" }).GetByRole(AriaRole.Button).First)
            .ToBeVisibleAsync();
    }

    private static async Task OpenMenuAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "account and theme" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" })).ToBeVisibleAsync();
    }

    private static async Task OpenFirstAsync(IPage page, string table, string heading)
    {
        await page.GetByRole(AriaRole.Table, new() { Name = table }).GetByRole(AriaRole.Button).First.ClickAsync();
        await ShowsAsync(page, heading);
    }

    private static async Task OpenEntryAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Details of" }).First.ClickAsync();
        await Expect(page.Locator("ins").First).ToBeVisibleAsync();
    }
}
