using Muster.Testing;

namespace Muster.Storage.Tests.Migrations;

public sealed class SchemaTests
{
    [Fact]
    public async Task The_checked_in_schema_is_what_the_migrations_make()
    {
        await using var made = await TestDatabase.CreateAsync();

        var schema = await SchemaDump.ReadAsync(made.ConnectionString);

        Assert.True(Accepted.Matches("src/Muster.Storage/schema.sql", schema, out var advice), advice);
    }
}
