using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Form;

/// <summary>The types that a file gives to others: not nested, not file-local.</summary>
internal static class TopLevelTypes
{
    public static IEnumerable<MemberDeclarationSyntax> Of(SourceFile file)
    {
        var spaces = file.Root.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(space => space.Members);
        return file.Root.Members.Concat(spaces)
            .Where(IsType)
            .Where(type => !type.Modifiers.Any(SyntaxKind.FileKeyword));
    }

    public static bool IsType(MemberDeclarationSyntax member)
    {
        return member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;
    }

    public static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declared => declared.Identifier.ValueText,
        DelegateDeclarationSyntax declared => declared.Identifier.ValueText,
        _ => "",
    };
}
