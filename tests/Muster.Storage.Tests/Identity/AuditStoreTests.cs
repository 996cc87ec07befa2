using Muster.Testing;
using Npgsql;

namespace Muster.Storage.Tests.Identity;

public sealed class AuditStoreTests
{
    [Theory]
    [InlineData("UPDATE audit SET action = 'something else'")]
    [InlineData("DELETE FROM audit")]
    [InlineData("TRUNCATE audit")]
    public async Task The_audit_trail_cannot_be_altered(string attempt)
    {
        await using var made = await TestDatabase.CreateAsync();
        await made.ScalarAsync("""
            INSERT INTO audit (at, actor_kind, actor_name, action, entity, entity_id, request_id)
            VALUES (now(), 'system', 'test', 'created', 'user', '1', 'r')
            """);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => made.ScalarAsync(attempt));

        Assert.Contains("append-only", refused.MessageText, StringComparison.Ordinal);
        Assert.Equal(1L, await made.ScalarAsync("SELECT count(*) FROM audit"));
    }
}
