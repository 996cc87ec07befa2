using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Form;

/// <summary>One top-level type a file, named after it; a big type is split by facet: <c>Shift.Overlap.cs</c>.</summary>
public sealed class OneTypePerFileTests
{
    [Fact]
    public void A_file_holds_one_type_and_is_named_after_it()
    {
        Rule.Holds(
            SourceTree.Repository.Code.SelectMany(Find),
            "give each type its own file; nested and file-local types may stay; facets are partial: Type.Facet.cs.");
    }

    [Fact]
    public void A_planted_second_type_is_caught()
    {
        var file = SourceFile.Parse("src/Muster.Domain/Shift.cs", """
            namespace Muster.Domain;
            class Shift { class Nested { } }
            file class Local { }
            delegate void Changed();
            """);

        Rule.Catches(Find(file), "src/Muster.Domain/Shift.cs:4");
    }

    [Fact]
    public void A_planted_misnamed_file_is_caught()
    {
        var wrong = SourceFile.Parse("src/Muster.Domain/Shifts.cs", "namespace Muster.Domain;\nclass Shift<T> { }");
        var notPartial = SourceFile.Parse("src/Muster.Domain/Shift.Log.cs", "class Shift { }");

        Rule.Catches(Find(wrong), "src/Muster.Domain/Shifts.cs:2");
        Rule.Catches(Find(notPartial), "src/Muster.Domain/Shift.Log.cs:1");
        Assert.Empty(Find(SourceFile.Parse("src/Muster.Domain/Shift.Log.cs", "partial class Shift { }")));
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        var types = TopLevelTypes.Of(file).ToList();
        foreach (var extra in types.Skip(1))
        {
            yield return file.At(extra, $"a second top-level type, {TopLevelTypes.NameOf(extra)}.");
        }

        if (types.FirstOrDefault() is { } first && !IsNamedAfter(file.Name, first))
        {
            yield return file.At(first, $"the type is {TopLevelTypes.NameOf(first)}, the file is {file.Name}.cs.");
        }
    }

    private static bool IsNamedAfter(string file, MemberDeclarationSyntax type)
    {
        var name = TopLevelTypes.NameOf(type);
        return file == name || (type.Modifiers.Any(SyntaxKind.PartialKeyword)
            && file.StartsWith($"{name}.", StringComparison.Ordinal));
    }
}
