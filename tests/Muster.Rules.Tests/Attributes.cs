using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests;

/// <summary>Attributes by their bare name: without namespace and without the word Attribute.</summary>
internal static class Attributes
{
    private const string Suffix = "Attribute";

    public static IEnumerable<string> Of(MemberDeclarationSyntax member)
    {
        return member.AttributeLists.SelectMany(list => list.Attributes).Select(NameOf);
    }

    public static string NameOf(AttributeSyntax attribute)
    {
        var name = attribute.Name.ToString().Split('.', ':')[^1];
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    /// <summary>A fact, a theory or a property, by whichever library.</summary>
    public static bool IsTest(MethodDeclarationSyntax method)
    {
        return Of(method).Any(IsTest);
    }

    public static bool IsTest(string name)
    {
        return name.EndsWith("Fact", StringComparison.Ordinal)
            || name.EndsWith("Theory", StringComparison.Ordinal)
            || name is "Property";
    }
}
