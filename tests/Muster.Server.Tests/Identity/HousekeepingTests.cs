using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Muster.Server.Identity;
using Muster.Testing;

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

    [Fact]
    public async Task More_than_one_statement_deletes_at_once_goes_too()
    {
        await using var node = await TestNode.StartAsync("Limit:IdempotencyHours=24");
        await node.Database.ScalarAsync(
            "INSERT INTO idempotent_answer (caller, key_hash, request_hash, sealed, created_at) "
            + "SELECT gen_random_uuid(), '', '', '', '2000-01-01' FROM generate_series(1, 10001)");
        var housekeeping = node.Host.Services.GetServices<IHostedService>().OfType<Housekeeping>().Single();

        await housekeeping.ClearAsync(CancellationToken.None);

        Assert.Equal(0L, await CountAsync(node, "idempotent_answer"));
    }

    [Fact]
    public async Task The_change_log_gets_its_partitions_even_when_nothing_can_be_cleared_out()
    {
        var database = await TestDatabase.CreateAsync();
        const string Count = "SELECT count(*) FROM pg_inherits WHERE inhparent = 'change'::regclass";
        await database.ScalarAsync("SELECT keep_change_partitions()");
        var kept = await database.ScalarAsync(Count);
        await database.ScalarAsync(
            "DO $$ DECLARE newest text; BEGIN SELECT inhrelid::regclass::text INTO newest FROM pg_inherits "
            + "WHERE inhparent = 'change'::regclass AND inhrelid::regclass::text ~ '[0-9]$' ORDER BY 1 DESC LIMIT 1; "
            + "EXECUTE 'DROP TABLE ' || newest; END $$");

        // As the server says when a statement has taken too long.
        await database.ScalarAsync(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
            + "$$ BEGIN RAISE SQLSTATE '57014'; END $$; CREATE TRIGGER refuse BEFORE DELETE ON session "
            + "FOR EACH STATEMENT EXECUTE FUNCTION refuse()");
        await using var node = await TestNode.StartAsync(database);

        await database.UntilAsync($"SELECT ({Count}) = {kept}");
    }

    private static async Task<long> CountAsync(TestNode node, string table) =>
        (long)(await node.Database.ScalarAsync($"SELECT count(*) FROM {table}"))!;
}
