using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Layers;

/// <summary>
/// SQL lives as constants in the store that maps its rows, so that a test can find and prepare all of it.
/// </summary>
/// <remarks>Tests may look behind the stores with SQL of their own. A statement of one line may be a plain string; a
/// longer one is a raw string.</remarks>
public sealed class SqlHomeTests
{
    private const string Storage = "Muster.Storage";

    [Fact]
    public void Sql_lives_only_in_the_storage_as_private_constants()
    {
        Rule.Holds(
            SourceTree.Repository.Sources.SelectMany(Find),
            "put the statement into a private const string of a *Store.cs in src/Muster.Storage.");
    }

    [Fact]
    public void Planted_sql_outside_the_storage_is_caught()
    {
        var file = SourceFile.Parse("src/Muster.Server/Api/AgentsApi.cs", """"
            var a = "SELECT id FROM agent";
            var b = $"delete from agent where id = {id}";
            var c = """
                -- why
                UPDATE agent SET name = 'x'
                """;
            var d = "Select an agent from the list";
            var e = "update the schedule set by the planner";
            """");

        Rule.Catches(Find(file), $"{file.Path}:1", $"{file.Path}:2", $"{file.Path}:3");
    }

    [Fact]
    public void Planted_sql_that_is_not_a_private_constant_is_caught()
    {
        var file = SourceFile.Parse("src/Muster.Storage/People/AgentStore.cs", """"
            class AgentStore
            {
                private const string Good = """SELECT 1""";
                private const string OneLine = "SELECT 1";
                private const string NotRaw = "SELECT 1\nFROM agent";
                private const string Joined = "SELECT 1 " + "FROM agent";
                private static readonly string NotConst = "SELECT 1";
                public const string NotPrivate = """SELECT 1""";
                string Inline() => """SELECT 1""";
            }
            """");

        Rule.Catches(Find(file), [.. Enumerable.Range(5, 5).Select(line => $"{file.Path}:{line}")]);
    }

    [Fact]
    public void Planted_sql_in_the_storage_outside_a_store_is_caught()
    {
        const string Code = """"class A { private const string Sql = """SELECT 1"""; }"""";
        string[] homes = ["People/AgentStore.Search.cs", "Migrator.cs", "AdvisoryLocks.cs", "BuiltIn/Starter.cs"];

        Assert.All(homes, home => Assert.Empty(Find(SourceFile.Parse($"src/Muster.Storage/{home}", Code))));
        Rule.Catches(
            Find(SourceFile.Parse("src/Muster.Storage/Queries.cs", Code)), "src/Muster.Storage/Queries.cs:1");
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        var isStorage = file.Project == Storage;
        if (!isStorage && AllowedReferences.SqlHomes.Contains(file.Project))
        {
            return [];
        }

        return file.All<ExpressionSyntax>()
            .Where(node => LeadingText(node) is { } text && SqlText.LooksLikeSql(text))
            .Select(node => (node, fault: isStorage ? FaultInStorage(file, node) : "SQL outside src/Muster.Storage."))
            .Where(found => found.fault is not null)
            .Select(found => file.At(found.node, found.fault!));
    }

    /// <summary>
    /// What a SQL home is called: a store and its facets, the migrator, the lock list, the built-in server.
    /// </summary>
    private static bool IsHome(SourceFile file)
    {
        var type = file.Name.Split('.')[0];
        return type.EndsWith("Store", StringComparison.Ordinal) || type.EndsWith("Locks", StringComparison.Ordinal)
            || type.EndsWith("Migrator", StringComparison.Ordinal) || file.Segments.Contains("BuiltIn");
    }

    private static string? FaultInStorage(SourceFile file, ExpressionSyntax node)
    {
        var field = (node.Parent as EqualsValueClauseSyntax)?.Parent?.Parent?.Parent as FieldDeclarationSyntax;
        var isPrivateConstant = field is not null && field.Modifiers.Any(SyntaxKind.ConstKeyword)
            && field.Modifiers.Any(SyntaxKind.PrivateKeyword);
        return (IsHome(file), isPrivateConstant, IsReadable(node)) switch
        {
            (false, _, _) => "SQL in a file that is not a *Store, *Migrator, *Locks or in BuiltIn.",
            (_, false, _) => "SQL that is not a private const string.",
            (_, _, false) => "SQL with escapes instead of a raw string.",
            _ => null,
        };
    }

    private static bool IsReadable(ExpressionSyntax node)
    {
        var text = node.ToString();
        return text.Contains("\"\"\"", StringComparison.Ordinal) || !text.Contains('\\');
    }

    private static string? LeadingText(ExpressionSyntax node) => node switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression)
            || literal.IsKind(SyntaxKind.Utf8StringLiteralExpression) => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax interpolated =>
            string.Concat(interpolated.Contents.Select(part =>
                part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : "x")),
        _ => null,
    };
}
