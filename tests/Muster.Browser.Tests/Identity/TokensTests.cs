using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Identity;

public sealed class TokensTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task The_secret_of_a_new_client_is_shown_once_and_buys_a_token()
    {
        var page = await OpenAsAsync("ada", "/system/tokens");
        var name = Unique.Name("nightly");

        var (clientId, secret) = await CreateAsync(page, name);
        Assert.NotEmpty(await TokenAsync(clientId, secret));
        await page.Button("Done").ClickAsync();
        await Clients(page, name).GetByRole(AriaRole.Button).ClickAsync();

        await Expect(page.Heading("Secret")).ToBeVisibleAsync();
        await Expect(page.GetByText(secret)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_revoked_token_opens_nothing_any_more()
    {
        var page = await OpenAsAsync("ada", "/system/tokens");
        var name = Unique.Name("nightly");
        var (clientId, secret) = await CreateAsync(page, name);
        var token = await TokenAsync(clientId, secret);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(token));

        await page.ReloadAsync();
        await page.Button("Close").ClickAsync();
        await Tokens(page, name).GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await page.ConfirmAsync("Revoke");

        await Expect(Tokens(page, name)).ToContainTextAsync("revoked");
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token));
    }

    private static async Task<(string ClientId, string Secret)> CreateAsync(IPage page, string name)
    {
        await page.Button("New API client").ClickAsync();
        await page.Field("Name").WriteAsync(name);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Planner" }).PressAsync("Space");
        await page.Button("Create API client").PressAsync("Enter");
        var secret = await page.GetByTestId("secret").InnerTextAsync();
        var clientId = await page.GetByRole(AriaRole.Dialog).Locator("dd code").First.InnerTextAsync();
        return (clientId, secret);
    }

    private static ILocator Clients(IPage page, string name) => Rows(page, "API clients", name);

    private static ILocator Tokens(IPage page, string name) => Rows(page, "Access tokens", name);

    private static ILocator Rows(IPage page, string table, string name) => page
        .GetByRole(AriaRole.Table, new() { Name = table }).Locator("tbody tr").Filter(new() { HasText = name });

    private async Task<string> TokenAsync(string clientId, string secret)
    {
        using var http = new HttpClient { BaseAddress = Demo.Address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = secret,
        });
        using var answer = await http.PostAsync(new Uri("/oauth/token", UriKind.Relative), form);
        return JsonElement.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())
            .GetProperty("access_token").GetString()!;
    }

    private async Task<HttpStatusCode> AskAsync(string token)
    {
        using var http = new HttpClient { BaseAddress = Demo.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.GetAsync(new Uri("/api/v2/wfm/system/node", UriKind.Relative));
        return answer.StatusCode;
    }
}
