using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Layers;

/// <summary>
/// The package flows to whoever refers to the storage, so its name is watched as well as its reference.
/// </summary>
public sealed class NpgsqlHomeTests
{
    [Fact]
    public void Npgsql_is_named_only_where_sql_is_at_home()
    {
        Rule.Holds(
            SourceTree.Repository.Code.SelectMany(Find),
            "let a store of src/Muster.Storage do it and return a type of ours.");
    }

    [Fact]
    public void A_planted_use_of_npgsql_is_caught()
    {
        var file = SourceFile.Parse("src/Muster.Server/Program.cs", """
            using System;
            using Npgsql;
            var source = "AddSource(Npgsql)";
            var e = new Npgsql.NpgsqlException();
            """);

        Rule.Catches(Find(file), $"{file.Path}:2", $"{file.Path}:4", $"{file.Path}:4");
        Assert.Empty(Find(SourceFile.Parse("src/Muster.Storage/Database.cs", "using Npgsql;")));
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        if (AllowedReferences.SqlHomes.Contains(file.Project))
        {
            return [];
        }

        return file.All<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText.StartsWith("Npgsql", StringComparison.Ordinal))
            .Where(name => name.Identifier.ValueText == "Npgsql" || name.Parent is not UsingDirectiveSyntax)
            .Select(name => file.At(name, $"{name.Identifier.ValueText} outside Muster.Storage."));
    }
}
