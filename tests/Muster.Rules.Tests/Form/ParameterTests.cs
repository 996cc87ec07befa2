using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Form;

/// <summary>Five things at once are as many as a reader holds; a class may be given seven to work with.</summary>
public sealed class ParameterTests
{
    private const int Limit = 5;
    private const int PrimaryConstructorLimit = 7;

    [Fact]
    public void Methods_take_few_parameters()
    {
        Rule.Holds(
            SourceTree.Repository.Code.SelectMany(Find),
            "make a record of what belongs together.");
    }

    [Fact]
    public void A_planted_crowd_of_parameters_is_caught()
    {
        var file = SourceFile.Parse("src/M/A.cs", """
            record Fine(int A, int B, int C, int D, int E, int F, int G, int H);
            class Seven(int a, int b, int c, int d, int e, int f, int g)
            {
                void Five(int a, int b, int c, int d, int e) { }
                void Six(int a, int b, int c, int d, int e, int f) { }
                public override void Given(int a, int b, int c, int d, int e, int f) { }
                [LibraryImport("libc")] static partial int Given(int a, int b, int c, int d, int e, int f);
            }
            class Eight(int a, int b, int c, int d, int e, int f, int g, int h);
            delegate void Six(int a, int b, int c, int d, int e, int f);
            """);

        Rule.Catches(Find(file), "src/M/A.cs:5", "src/M/A.cs:9", "src/M/A.cs:10");
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        return file.All<BaseParameterListSyntax>()
            .Where(list => list.Parameters.Count > LimitOf(list.Parent))
            .Select(list => file.At(list, $"{list.Parameters.Count} parameters, at most {LimitOf(list.Parent)}."));
    }

    private static int LimitOf(SyntaxNode? owner) => owner switch
    {
        RecordDeclarationSyntax => int.MaxValue,
        ConstructorDeclarationSyntax { Parent: RecordDeclarationSyntax } => int.MaxValue,
        MethodDeclarationSyntax method when IsGiven(method) => int.MaxValue,
        TypeDeclarationSyntax => PrimaryConstructorLimit,
        _ => Limit,
    };

    /// <summary>The signature is somebody else's: a base class's or an operating system's.</summary>
    private static bool IsGiven(MethodDeclarationSyntax method)
    {
        return method.Modifiers.Any(SyntaxKind.OverrideKeyword)
            || method.ExplicitInterfaceSpecifier is not null
            || Attributes.Of(method).Any(attribute => attribute is "LibraryImport" or "DllImport");
    }
}
