using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Access;

public sealed class CallerCacheTests
{
    // As a server that has been failed away from would answer, but only to those who look for a caller.
    private const string FailAway = """
        CREATE OR REPLACE FUNCTION muster.timeline() RETURNS integer LANGUAGE sql AS
            $$ SELECT CASE WHEN current_query() = 'SELECT timeline()' THEN 2 ELSE 1 END $$
        """;

    private const string ComeBack = """
        CREATE OR REPLACE FUNCTION muster.timeline() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$
        """;

    [Fact]
    public async Task Rights_that_another_timeline_of_the_database_knows_are_not_believed()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        using var pia = await node.SignedInAsync("pia", "Planner");
        (await pia.GetAsync("/system/node")).Is(OK);
        var user = (await administrator.GetAsync("/users?search=pia")).Items[0];
        await node.Database.ScalarAsync(FailAway);
        (await administrator.PatchAsync(
            $"/users/{user.GetProperty("id")}", new { display_name = "Pia" }, ("If-Match", "\"1\""))).Is(OK);

        (await pia.GetAsync("/system/node")).Is(ServiceUnavailable);

        await node.Database.ScalarAsync(ComeBack);
        (await pia.GetAsync("/system/node")).Is(OK);
    }
}
