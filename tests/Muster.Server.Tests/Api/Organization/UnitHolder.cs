using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Organization;

/// <summary>Somebody who holds a role in one unit and nowhere else.</summary>
internal static class UnitHolder
{
    public static async Task<TestClient> SignedInAsync(
        TestNode node, string role, string scope, string unit, string userName = "holder")
    {
        await TestAccounts.AddAsync(node.Host.Services, userName);
        await node.Database.ScalarAsync($"""
            INSERT INTO access_grant (user_id, access_role_id, scope_kind, scope_unit)
            SELECT u.id, r.id, '{scope}', '{unit}' FROM user_account u, access_role r
            WHERE u.user_name = '{userName}' AND r.name = '{role}'
            """);
        var client = node.Anonymous();
        (await client.PostAsync("/session", new { user_name = userName, password = TestAccounts.Password })).Is(OK);
        return client;
    }
}
