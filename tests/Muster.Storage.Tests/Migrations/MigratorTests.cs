using Muster.Storage.Migrations;
using Muster.Testing;

namespace Muster.Storage.Tests.Migrations;

public sealed class MigratorTests
{
    [Fact]
    public async Task An_empty_database_gets_every_migration_once()
    {
        await using var made = await TestDatabase.CreateEmptyAsync();
        await using var database = made.Open();

        await TestDatabase.MigrateAsync(database);
        await TestDatabase.MigrateAsync(database);

        Assert.Equal((long)MigrationList.All.Count, await made.ScalarAsync("SELECT count(*) FROM muster.migration"));
    }

    [Fact]
    public async Task Several_programs_that_migrate_at_once_do_it_once()
    {
        await using var made = await TestDatabase.CreateEmptyAsync();
        await using var one = made.Open();
        await using var two = made.Open();

        await Task.WhenAll(
            TestDatabase.MigrateAsync(one), TestDatabase.MigrateAsync(two),
            TestDatabase.MigrateAsync(one), TestDatabase.MigrateAsync(two));

        Assert.Equal((long)MigrationList.All.Count, await made.ScalarAsync("SELECT count(*) FROM muster.migration"));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_with_both_numbers()
    {
        await using var made = await TestDatabase.CreateAsync();
        await made.ScalarAsync("INSERT INTO migration VALUES (9999, 'from_the_future', '', now())");
        await using var database = made.Open();

        var refused = await Assert.ThrowsAsync<StorageException>(() => TestDatabase.MigrateAsync(database));

        Assert.Contains("9999 (from_the_future)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("\nMaybe", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_may_not_make_schemas_is_refused_with_the_right_that_it_lacks()
    {
        await using var made = await TestDatabase.CreateEmptyAsync();
        await made.ScalarAsync("CREATE ROLE stranger LOGIN");
        var text = $"{made.ConnectionString};Options=-c role=stranger";
        await using var database = Database.Open(new DatabaseSettings(text, "test", TimeSpan.FromSeconds(5), 2));

        var refused = await Assert.ThrowsAsync<StorageException>(() => TestDatabase.MigrateAsync(database));

        Assert.Contains("permission denied for database", refused.Message, StringComparison.Ordinal);
        Assert.Contains("GRANT CREATE ON DATABASE", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_was_edited_after_it_ran_is_refused()
    {
        await using var made = await TestDatabase.CreateAsync();
        await made.ScalarAsync("UPDATE migration SET hash = 'x' WHERE number = 1");
        await using var database = made.Open();

        var refused = await Assert.ThrowsAsync<StorageException>(() => TestDatabase.MigrateAsync(database));

        Assert.Contains("is not the one in this program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Migrations_are_numbered_from_one_without_a_gap() =>
        Assert.Equal(Enumerable.Range(1, MigrationList.All.Count), MigrationList.All.Select(step => step.Number));
}
