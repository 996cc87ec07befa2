using System.Globalization;
using Muster.Server.Identity;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Limits;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Too_many_requests_are_refused_with_a_time_to_come_back()
    {
        await using var node = await TestNode.StartAsync("Limit:Burst=5", "Limit:RequestsPerMinute=1");
        using var client = await node.AdministratorAsync();
        for (var left = 4; left >= 0; left--)
        {
            var answer = (await client.GetAsync("/system/ping")).Is(OK);
            Assert.Equal(left.ToString(CultureInfo.InvariantCulture), answer.Headers["RateLimit-Remaining"]);
            Assert.Equal("1", answer.Headers["RateLimit-Limit"]);
        }

        var refused = (await client.GetAsync("/system/ping")).Is(TooManyRequests);

        Assert.InRange(int.Parse(refused.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 60);
    }

    [Fact]
    public async Task One_callers_limit_is_not_anothers()
    {
        await using var node = await TestNode.StartAsync("Limit:Burst=2", "Limit:RequestsPerMinute=1");
        using var one = await node.SignedInAsync("one");
        using var two = await node.SignedInAsync("two");
        for (var i = 0; i < 3; i++)
        {
            await one.GetAsync("/system/ping");
        }

        (await one.GetAsync("/system/ping")).Is(TooManyRequests);
        (await two.GetAsync("/system/ping")).Is(OK);
    }

    [Fact]
    public async Task Sign_ins_have_a_narrower_limit_per_address()
    {
        await using var node = await TestNode.StartAsync("Limit:SignInsPerMinute=2");
        using var client = node.Anonymous();
        var wrong = new { user_name = "admin", password = "wrong password" };

        (await client.PostAsync("/session", wrong)).Is(Unauthorized);
        (await client.PostAsync("/session", wrong)).Is(Unauthorized);
        (await client.PostAsync("/session", wrong)).Is(TooManyRequests);
        (await client.PostFormAsync("//oauth/token", ("grant_type", "client_credentials"))).Is(TooManyRequests);
    }

    [Fact]
    public async Task An_address_that_shows_unknown_tokens_is_refused_before_the_database_is_asked()
    {
        await using var node = await TestNode.StartAsync("Limit:Burst=4", "Limit:RequestsPerMinute=1");
        using var known = await node.SignedInAsync("known");
        (await known.GetAsync("/system/ping")).Is(OK);
        using var stranger = node.Anonymous();
        for (var tried = 0; tried < 4; tried++)
        {
            stranger.Bearer = Secrets.New().Text;
            (await stranger.GetAsync("//health/live")).Is(OK);
        }

        (await stranger.GetAsync("//health/live")).Is(TooManyRequests);

        (await known.GetAsync("/system/ping")).Is(OK);
        stranger.Bearer = "no token of ours";
        (await stranger.GetAsync("//health/live")).Is(OK);
    }
}
