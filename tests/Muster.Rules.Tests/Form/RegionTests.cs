using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Form;

/// <summary>A type that needs folding needs splitting.</summary>
public sealed class RegionTests
{
    [Fact]
    public void No_file_uses_regions()
    {
        Rule.Holds(SourceTree.Repository.Code.SelectMany(Find), "split the type by facet: Type.Facet.cs.");
    }

    [Fact]
    public void A_planted_region_is_caught()
    {
        var file = SourceFile.Parse("src/M/A.cs", "class A\n{\n#region Fields\n#endregion\n}");

        Rule.Catches(Find(file), "src/M/A.cs:3");
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        return file.Root.DescendantTrivia(descendIntoTrivia: false)
            .Where(trivia => trivia.GetStructure() is RegionDirectiveTriviaSyntax)
            .Select(trivia => file.AtLine(file.LineOf(trivia), "a region."));
    }
}
