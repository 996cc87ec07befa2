using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Form;

/// <summary>
/// A piece of code with a body of its own: method, constructor, accessor, local function, or a program's statements.
/// </summary>
internal sealed record Callable(SourceFile File, string Name, int FirstLine, int LastLine, bool IsHotLoop)
{
    public const string HotLoopMark = "Hot loop:";

    /// <summary>From the signature, without attributes and comments above it, to the closing brace.</summary>
    public int Lines => LastLine - FirstLine + 1;

    public static IEnumerable<Callable> In(SourceFile file)
    {
        var program = file.Root.Members.OfType<GlobalStatementSyntax>().ToList();
        var methods = file.Root.DescendantNodes().Where(HasBody).Select(node => Of(file, node));
        return program.Count == 0
            ? methods
            : methods.Prepend(new(file, "the program", file.LineOf(program[0]), LastLineOf(program[^1]), false));
    }

    private static Callable Of(SourceFile file, SyntaxNode node)
    {
        var attributes = node switch
        {
            MemberDeclarationSyntax member => member.AttributeLists,
            AccessorDeclarationSyntax accessor => accessor.AttributeLists,
            LocalFunctionStatementSyntax local => local.AttributeLists,
            _ => [],
        };
        var first = attributes.Count > 0 ? attributes[^1].GetLastToken().GetNextToken() : node.GetFirstToken();
        var isHot = node.GetLeadingTrivia().ToString().Contains(HotLoopMark, StringComparison.Ordinal);
        return new(file, NameOf(node), file.LineOf(first), LastLineOf(node), isHot);
    }

    private static int LastLineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().EndLinePosition.Line + 1;

    private static bool HasBody(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        LocalFunctionStatementSyntax => true,
        _ => false,
    };

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        AccessorDeclarationSyntax accessor => accessor.Keyword.ValueText,
        _ => "an operator",
    };
}
