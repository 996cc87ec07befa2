using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Form;

/// <summary>Who knows a type's full name knows its file.</summary>
public sealed class NamespaceTests
{
    [Fact]
    public void Namespaces_are_the_folders()
    {
        Rule.Holds(
            SourceTree.Repository.Code.SelectMany(Find),
            "one file-scoped namespace per file: the project's name, then its folders.");
    }

    [Fact]
    public void A_planted_namespace_beside_its_folder_is_caught()
    {
        var wrong = SourceFile.Parse("src/Muster.Domain/Time/Interval.cs", "namespace Muster.Domain.Times;");
        var missing = SourceFile.Parse("src/Muster.Domain/Time/Interval.cs", "class Interval { }");
        var block = SourceFile.Parse("src/Muster.Domain/A.cs", "namespace Muster.Domain { class A { } }");

        Rule.Catches(Find(wrong), "src/Muster.Domain/Time/Interval.cs:1");
        Rule.Catches(Find(missing), "src/Muster.Domain/Time/Interval.cs:1");
        Rule.Catches(Find(block), "src/Muster.Domain/A.cs:1");
        Assert.Empty(Find(SourceFile.Parse("src/Muster.Server/Program.cs", "return 0;")));
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        var expected = string.Join('.', file.Segments.Skip(1).SkipLast(1));
        foreach (var found in file.All<BaseNamespaceDeclarationSyntax>())
        {
            if (found.Name.ToString() != expected)
            {
                yield return file.At(found, $"the namespace is {found.Name}, the folder says {expected}.");
            }
            else if (found is not FileScopedNamespaceDeclarationSyntax)
            {
                yield return file.At(found, "the namespace is not file-scoped.");
            }
        }

        foreach (var type in file.Root.Members.Where(member => TopLevelTypes.IsType(member)))
        {
            yield return file.At(type, $"a type without a namespace; the folder says {expected}.");
        }
    }
}
