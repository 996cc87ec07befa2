using System.Reflection;
using Muster.Testing;
using Npgsql;

namespace Muster.Storage.Tests;

public sealed class StatementTests
{
    // Preparing changes nothing, so one database is enough.
    private static readonly Lazy<Task<TestDatabase>> Shared = new(TestDatabase.CreateAsync);

    public static TheoryData<string, string> Statements { get; } = Collect();

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task A_statement_of_a_store_is_accepted_by_the_schema(string name, string sql)
    {
        await using var source = NpgsqlDataSource.Create((await Shared.Value).ConnectionString);

        // PREPARE parses and plans it, with the types that PostgreSQL infers for $1, $2, ...
        await using var prepare = source.CreateCommand($"PREPARE {name.Replace('.', '_')} AS {sql}");
        await prepare.ExecuteNonQueryAsync();
    }

    [Fact]
    public void Every_store_has_statements_that_are_tested()
    {
        var stores = typeof(Database).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Store", StringComparison.Ordinal)).Select(type => type.Name);
        var tested = Statements.Select(row => row.Data.Item1.Split('.')[0]).ToHashSet();

        Assert.All(stores, store => Assert.Contains(store, tested));
    }

    private static TheoryData<string, string> Collect()
    {
        var found = new TheoryData<string, string>();
        foreach (var store in typeof(Database).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Store", StringComparison.Ordinal)).OrderBy(type => type.Name))
        {
            foreach (var field in store.GetFields(BindingFlags.NonPublic | BindingFlags.Static)
                .Where(field => field is { IsLiteral: true } && IsStatement(field.GetRawConstantValue() as string)))
            {
                found.Add($"{store.Name}.{field.Name}", (string)field.GetRawConstantValue()!);
            }
        }

        return found;
    }

    private static bool IsStatement(string? text) =>
        text?.TrimStart().Split(' ', '\n')[0] is "SELECT" or "INSERT" or "UPDATE" or "DELETE" or "WITH";
}
