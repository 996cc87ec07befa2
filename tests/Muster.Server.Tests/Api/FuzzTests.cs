using System.Net.Http.Headers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Muster.Server.Tests.Api;

/// <summary>Malformed input of every kind, to every endpoint: never a 500, always a problem with a reason.</summary>
public sealed class FuzzTests
{
    private const int RequestsPerEndpoint = 60;

    private static readonly string[] Fields =
    [
        "user_name", "display_name", "email", "grants", "role_id", "scope_kind", "scope_id", "name", "permissions",
        "description", "token_minutes", "disabled", "value", "password", "current_password", "new_password",
        "tenant_id", "business_unit_id", "zone", "assignment", "queues", "required_skills", "skill_id", "breaks", "min",
        "paid_minutes_per_day", "earliest_start", "weekdays", "colour", "category",
        "items", "external_id", "content", "remove", "version", "tenant", "first_name", "last_name", "skills",
        "attributes", "agent", "agents", "change", "clear", "from", "add_skills", "terminate_on", "level", "type",
        "settings", "folder", "timeout_minutes", "owned_by_wfm", "brake_percent", "join_with",
        "rows", "minutes", "queue", "start", "offered", "layers", "staffing", "special_days", "closed_days",
        "first_day",
        "source", "state", "reason", "at", "activity_code_id", "rules", "mappings", "counts_as", "categories",
        "activities", "terms", "accepts", "accepts_unscheduled", "start_early_seconds", "ignored",
    ];

    private static readonly string[] Texts =
    [
        "", " ", "\0", "\ud800", "admin", "all", "business_unit", "-1", "1e400", "null", "' OR 1=1 --", "%", "😀",
        "00000000-0000-7000-8000-000000000001", "2026-02-30T25:61:61Z", "9999-12-31T23:59:59.9999999+00:00",
        "0001-01-01T00:00:00+14:00", new('x', 5000), "../../etc/passwd", "users:view",
    ];

    [Fact]
    public async Task No_input_makes_an_endpoint_fail()
    {
        await using var node = await TestNode.StartAsync("Limit:Burst=1000000");
        using var client = await node.AdministratorAsync();
        var endpoints = node.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !endpoint.RoutePattern.RawText!.Contains("session", StringComparison.Ordinal)
                || endpoint.RoutePattern.RawText.Contains("preferences", StringComparison.Ordinal));

        foreach (var endpoint in endpoints)
        {
            foreach (var request in Requests(endpoint).Sample(RequestsPerEndpoint, 40))
            {
                var answer = await SendAsync(client, request);
                Assert.True((int)answer.Status < 500, $"{(int)answer.Status} to {request}: {answer.Text}");
            }
        }
    }

    [Fact]
    public async Task No_sign_in_makes_it_fail()
    {
        await using var node = await TestNode.StartAsync("Limit:Burst=1000000", "Identity:LockoutAttempts=100");
        using var client = node.Anonymous();

        foreach (var body in Gen.OneOf(Json(2), Gen.Elements(Texts)).Sample(RequestsPerEndpoint, 40))
        {
            var answer = await SendAsync(
                client, new Malformed("POST", "/api/v2/wfm/session", body, "application/json", ""));
            Assert.True((int)answer.Status < 500, $"{(int)answer.Status} to {body}: {answer.Text}");
        }
    }

    private static async Task<TestAnswer> SendAsync(TestClient client, Malformed request)
    {
        ByteArrayContent? content = null;
        if (request.Method is not "GET")
        {
            content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body));
            content.Headers.ContentType = new MediaTypeHeaderValue(request.Type);
        }

        return await client.SendAsync(
            new HttpMethod(request.Method), $"/{request.Path}", content,
            ("If-Match", request.Header), ("If-None-Match", request.Header), ("Idempotency-Key", request.Header));
    }

    private static Gen<Malformed> Requests(RouteEndpoint endpoint) =>
        from body in Gen.OneOf(Json(3), Gen.Elements(Texts), Bytes)
        from type in Gen.Frequency(
            (9, Gen.Constant("application/json")),
            (1, Gen.Elements("text/plain", "application/x-www-form-urlencoded")))
        from query in Gen.OneOf(Gen.Constant(""), Query)
        from id in Gen.Elements(Texts)
        from header in Gen.Elements(["", "\"1\"", "\"", "W/\"1\"", "99999999999999999999", "*", "k"])
        select new Malformed(
            endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0],
            "/" + endpoint.RoutePattern.RawText!.Trim('/')
                .Replace("{id:guid}", Escape(id), StringComparison.Ordinal)
                .Replace("{group:guid}", Escape(id), StringComparison.Ordinal)
                .Replace("{unit:guid}", Escape(id), StringComparison.Ordinal)
                .Replace("{agent:guid}", Escape(id), StringComparison.Ordinal)
                .Replace("{loss:guid}", Escape(id), StringComparison.Ordinal)
                .Replace("{version:long}", Escape(id), StringComparison.Ordinal)
                .Replace("{day}", Escape(id), StringComparison.Ordinal)
                .Replace("{external_id}", Escape(id), StringComparison.Ordinal)
                .Replace("{page}", Escape(id), StringComparison.Ordinal)
                .Replace("{secret}", Escape(id), StringComparison.Ordinal)
                .Replace("{**path}", Escape(id), StringComparison.Ordinal) + query,
            body,
            type,
            header);

    private static Gen<string> Query =>
        from name in Gen.Elements(
            [
                "limit", "cursor", "search", "tenant", "include_removed", "after", "wait_ms", "actor", "entity",
                "entity_id", "from", "to", "tenant_id", "business_unit_id", "removed", "offset", "status", "skill_id",
                "management_unit_id", "differs", "source_id", "kind", "queue", "file_name", "columns", "date_order",
                "idempotency_key", "planning_group_id", "through", "minutes", "service_goal_id", "patience_seconds",
                "forecast_id", "date",
            ])
        from value in Gen.OneOf(Gen.Elements(Texts), Bytes)
        select $"?{name}={Escape(value)}";

    private static Gen<string> Bytes =>
        from letters in Gen.ArrayOf(Gen.Choose(0, 255))
        select new string([.. letters.Select(letter => (char)letter)]);

    private static Gen<string> Json(int depth)
    {
        var scalar = Gen.OneOf(
            Gen.Elements(["null", "true", "0", "-7", "1e400", "3.5", "\"\\u0000\"", "\"\\ud800\""]),
            Gen.Elements(Texts).Select(text => System.Text.Json.JsonSerializer.Serialize(text.Replace('\ud800', '?'))));
        if (depth == 0)
        {
            return scalar;
        }

        var member =
            from name in Gen.Elements(Fields)
            from value in Json(depth - 1)
            select $"\"{name}\":{value}";
        return Gen.Frequency(
            (1, scalar),
            (5, Gen.ListOf(member).Select(members => "{" + string.Join(',', members.Take(6)) + "}")),
            (2, Gen.ListOf(Json(depth - 1)).Select(items => "[" + string.Join(',', items.Take(4)) + "]")));
    }

    private static string Escape(string text) => Uri.EscapeDataString(text.Replace('\ud800', '?'));

    private sealed record Malformed(string Method, string Path, string Body, string Type, string Header);
}
