using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Form;

/// <summary>A class is sealed unless it was written to be derived from, and then it is abstract.</summary>
public sealed class SealedClassTests
{
    [Fact]
    public void Classes_are_sealed_abstract_or_static()
    {
        Rule.Holds(
            Find(SourceTree.Repository.Code),
            "write sealed; a class that others derive from is abstract.");
    }

    [Fact]
    public void A_planted_open_class_is_caught()
    {
        var open = SourceFile.Parse("src/Muster.Domain/A.cs", """
            namespace Muster.Domain;
            class A
            {
                record Inner;
            }
            """);
        var rest = SourceFile.Parse("src/Muster.Domain/B.cs", """
            namespace Muster.Domain;
            partial class B;
            abstract class C;
            static class D;
            record struct E;
            """);
        var facet = SourceFile.Parse("src/Muster.Domain/B.Log.cs", "namespace Muster.Domain;\nsealed partial class B;");

        Rule.Catches(Find([open, rest, facet]), "src/Muster.Domain/A.cs:2", "src/Muster.Domain/A.cs:4");
    }

    internal static IEnumerable<Violation> Find(IReadOnlyList<SourceFile> files)
    {
        return files
            .SelectMany(file => Classes(file).Select(type => (file, type, key: $"{file.Project}/{FullName(type)}")))
            .GroupBy(found => found.key)
            .Where(parts => !parts.Any(part => part.type.Modifiers.Any(IsClosed)))
            .Select(parts => parts.First())
            .Select(open => open.file.At(open.type, $"{open.type.Identifier.ValueText} is open to derivation."));
    }

    private static IEnumerable<TypeDeclarationSyntax> Classes(SourceFile file)
    {
        return file.All<TypeDeclarationSyntax>()
            .Where(type => type.IsKind(SyntaxKind.ClassDeclaration) || type.IsKind(SyntaxKind.RecordDeclaration));
    }

    private static bool IsClosed(SyntaxToken modifier) => modifier.Kind() is SyntaxKind.SealedKeyword
        or SyntaxKind.AbstractKeyword or SyntaxKind.StaticKeyword;

    /// <summary>
    /// The facets of a partial type share it: namespace, outer types, name and number of type parameters.
    /// </summary>
    private static string FullName(TypeDeclarationSyntax type)
    {
        var outer = type.Ancestors().Select(node => node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
            TypeDeclarationSyntax parent => NameAndArity(parent),
            _ => null,
        });
        return string.Join('/', outer.Prepend(NameAndArity(type)).Where(part => part is not null));
    }

    private static string NameAndArity(TypeDeclarationSyntax type) => $"{type.Identifier.ValueText}`{type.Arity}";
}
