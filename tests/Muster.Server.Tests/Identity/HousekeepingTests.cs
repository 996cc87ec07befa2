using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Muster.Server.Identity;

namespace Muster.Server.Tests.Identity;

public sealed class HousekeepingTests
{
    [Fact]
    public async Task What_has_expired_goes_and_the_rest_stays()
    {
        await using var node = await TestNode.StartAsync("Identity:SessionHours=12", "Limit:IdempotencyHours=24");
        using var client = await node.AdministratorAsync();
        await client.PostAsync("/users", new { user_name = "paul", display_name = "Paul" }, ("Idempotency-Key", "k"));
        var housekeeping = node.Host.Services.GetServices<IHostedService>().OfType<Housekeeping>().Single();

        await housekeeping.ClearAsync(CancellationToken.None);
        Assert.Equal((1L, 1L), (await CountAsync(node, "session"), await CountAsync(node, "idempotent_answer")));

        node.Time.Advance(TimeSpan.FromHours(13));
        await housekeeping.ClearAsync(CancellationToken.None);
        Assert.Equal((0L, 1L), (await CountAsync(node, "session"), await CountAsync(node, "idempotent_answer")));

        node.Time.Advance(TimeSpan.FromHours(12));
        await housekeeping.ClearAsync(CancellationToken.None);
        Assert.Equal(0L, await CountAsync(node, "idempotent_answer"));
    }

    private static async Task<long> CountAsync(TestNode node, string table) =>
        (long)(await node.Database.ScalarAsync($"SELECT count(*) FROM {table}"))!;
}
