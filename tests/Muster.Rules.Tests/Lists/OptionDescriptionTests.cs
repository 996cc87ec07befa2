using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Lists;

/// <summary>
/// What can be set is described where it is declared; <c>muster options</c> and docs/options.md print it.
/// </summary>
public sealed class OptionDescriptionTests
{
    private const string Folder = "src/Muster.Server/Options/";

    [Fact]
    public void Every_option_is_described()
    {
        Rule.Holds(
            SourceTree.Repository.Sources.SelectMany(Find),
            "write [Option(\"what it does, in one sentence\", ...)] above the property.");
    }

    [Fact]
    public void A_planted_option_without_words_is_caught()
    {
        var file = SourceFile.Parse($"{Folder}ServerOptions.cs", """
            public sealed record ServerOptions([property: Option("A port.")] int Port, int Bare)
            {
                [Option("How long to wait.", Unit = "s")]
                public int Wait { get; init; }
                [Option("")]
                public int Empty { get; init; }
                [Option(Unit = "s")]
                public int Unsaid { get; init; }
                [Range(1, 2)]
                public int Other { get; init; }
                [Option(Description = "By name.")]
                public int Named { get; init; }
                private int Hidden => 1;
            }
            """);

        Rule.Catches(
            Find(file), $"{file.Path}:1", $"{file.Path}:5", $"{file.Path}:7", $"{file.Path}:9");
        Assert.Empty(Find(SourceFile.Parse("src/M/ServerOptions.cs", "record ServerOptions(int Port);")));
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        var declaresOptions = file.Path.StartsWith(Folder, StringComparison.Ordinal)
            && file.Name.EndsWith("Options", StringComparison.Ordinal);
        var records = declaresOptions ? file.All<RecordDeclarationSyntax>().ToList() : [];
        var properties = records.SelectMany(record => record.Members).OfType<PropertyDeclarationSyntax>()
            .Where(property => property.Modifiers.Any(SyntaxKind.PublicKeyword))
            .Where(property => !property.Modifiers.Any(SyntaxKind.StaticKeyword) && property.ExpressionBody is null)
            .Select(property => (node: (SyntaxNode)property, property.AttributeLists, property.Identifier));
        var positional = records.SelectMany(record => record.ParameterList?.Parameters ?? default)
            .Select(parameter => (node: (SyntaxNode)parameter, parameter.AttributeLists, parameter.Identifier));
        return properties.Concat(positional)
            .Where(option => !option.AttributeLists.SelectMany(list => list.Attributes).Any(Describes))
            .Select(option => file.At(option.node, $"the option {option.Identifier.ValueText} has no description."));
    }

    /// <summary>The description is the first argument, or the one named so. A constant counts as words.</summary>
    private static bool Describes(AttributeSyntax attribute)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        var words = arguments.FirstOrDefault(a => NameOf(a) is "Description" or "description")
            ?? arguments.FirstOrDefault(a => NameOf(a) is null);
        return Attributes.NameOf(attribute) == "Option" && words?.Expression switch
        {
            null => false,
            LiteralExpressionSyntax literal => !string.IsNullOrWhiteSpace(literal.Token.ValueText)
                && literal.IsKind(SyntaxKind.StringLiteralExpression),
            _ => true,
        };
    }

    private static string? NameOf(AttributeArgumentSyntax argument)
    {
        return (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText;
    }
}
