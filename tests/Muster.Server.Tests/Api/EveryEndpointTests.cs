using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Muster.Server.Api.Access;
using Muster.Server.Tests.Api.Organization;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api;

public sealed class EveryEndpointTests
{
    [Fact]
    public async Task Every_endpoint_says_who_may_call_it()
    {
        await using var node = await TestNode.StartAsync();

        Assert.All(Endpoints(node), endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<AccessRule>()));
    }

    [Fact]
    public async Task What_lives_in_units_is_asked_for_by_unit_and_all_else_for_the_whole_installation()
    {
        await using var node = await TestNode.StartAsync();

        var rules = Endpoints(node).Select(endpoint => endpoint.Metadata.GetMetadata<AccessRule>());

        Assert.All(rules.OfType<AccessRule.Holders>(), rule =>
            Assert.True(rule.Permission.IsOfUnits == rule.Somewhere, rule.Permission.Name));
    }

    [Fact]
    public async Task These_and_no_others_are_open_to_anyone()
    {
        await using var node = await TestNode.StartAsync();

        var open = Endpoints(node).Where(endpoint => endpoint.Metadata.GetMetadata<AccessRule>() is AccessRule.Anyone);

        Assert.Equal(
            [
                "GET /api/v2/wfm/openapi.json", "GET /calendar/{secret}.ics", "GET /health/live", "GET /health/ready",
                "GET /mesh", "GET /{**path}", "POST /api/v2/wfm/session", "POST /oauth/revoke", "POST /oauth/token",
            ],
            open.Select(Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_other_endpoint_refuses_callers_who_are_not_signed_in()
    {
        await using var node = await TestNode.StartAsync();
        using var anonymous = node.Anonymous();

        foreach (var endpoint in Guarded(node))
        {
            (await CallAsync(anonymous, endpoint)).Is(Unauthorized);
        }
    }

    [Fact]
    public async Task Every_endpoint_that_needs_a_permission_refuses_callers_without_it_and_names_it()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.SignedInAsync("nobody-special");

        foreach (var endpoint in Guarded(node))
        {
            if (endpoint.Metadata.GetMetadata<AccessRule>() is AccessRule.Holders { Permission: var permission })
            {
                var answer = (await CallAsync(client, endpoint)).Is(Forbidden);
                Assert.Contains(permission.Name, answer.Detail, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_permission_in_one_unit_is_none_for_the_whole_installation()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await UnitHolder.SignedInAsync(
            node, "Administrator", "business_unit", $"{Guid.NewGuid()}");

        (await client.GetAsync("/users")).Is(Forbidden);
    }

    [Fact]
    public async Task Every_endpoint_of_the_API_refuses_a_query_parameter_that_it_does_not_take()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        string[] others = ["/api/v2/wfm/live", "/api/v2/wfm/openapi.json"];

        foreach (var endpoint in Endpoints(node).Where(endpoint => !others.Contains(endpoint.RoutePattern.RawText)
            && endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)))
        {
            var answer = await CallAsync(client, endpoint, "?no_such_parameter=1");
            Assert.True(answer.Status == BadRequest, $"{Name(endpoint)}: {answer.Text}");
            Assert.Equal(["no_such_parameter"], answer.Fields);
        }
    }

    [Fact]
    public async Task The_nearest_parameter_is_named()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();

        var misspelt = (await client.GetAsync("/users?limt=5&cursor=")).Is(BadRequest);
        var none = (await client.GetAsync("/permissions?limit=5")).Is(BadRequest);

        Assert.Equal("limt is not a known parameter here.\nMaybe limit is meant.", misspelt.Detail);
        Assert.Contains("this address takes none", none.Detail, StringComparison.Ordinal);
        (await client.GetAsync("/users?Limit=5")).Is(OK);
    }

    private static IEnumerable<RouteEndpoint> Guarded(TestNode node) => Endpoints(node)
        .Where(endpoint => endpoint.Metadata.GetMetadata<AccessRule>() is not AccessRule.Anyone);

    private static IEnumerable<RouteEndpoint> Endpoints(TestNode node) =>
        node.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string Name(RouteEndpoint endpoint) =>
        $"{Method(endpoint)} /{endpoint.RoutePattern.RawText!.Trim('/')}";

    private static string Method(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];

    private static Task<TestAnswer> CallAsync(TestClient client, RouteEndpoint endpoint, string query = "")
    {
        var path = endpoint.RoutePattern.RawText!
            .Replace("{id:guid}", "00000000-0000-7000-8000-000000000001", StringComparison.Ordinal)
            .Replace("{group:guid}", "00000000-0000-7000-8000-000000000002", StringComparison.Ordinal)
            .Replace("{unit:guid}", "00000000-0000-7000-8000-000000000003", StringComparison.Ordinal)
            .Replace("{agent:guid}", "00000000-0000-7000-8000-000000000004", StringComparison.Ordinal)
            .Replace("{loss:guid}", "00000000-0000-7000-8000-000000000005", StringComparison.Ordinal)
            .Replace("{version:long}", "7", StringComparison.Ordinal)
            .Replace("{day}", "2026-03-02", StringComparison.Ordinal)
            .Replace("{external_id}", "e1", StringComparison.Ordinal)
            .Replace("{page}", "somewhere", StringComparison.Ordinal).Trim('/');
        return client.SendAsync(new HttpMethod(Method(endpoint)), $"//{path}{query}", null);
    }
}
