using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Muster.Rules.Tests;

/// <summary>A parsed C# file. Immutable, so that all rules share one parse from any thread.</summary>
internal sealed class SourceFile
{
    private readonly SourceText _text;

    private SourceFile(string path, SourceText text, CompilationUnitSyntax root)
    {
        Path = path;
        _text = text;
        Root = root;
        Segments = path.Split('/');
    }

    /// <summary>From the repository's root, with forward slashes: <c>src/Muster.Domain/Time/Interval.cs</c>.</summary>
    public string Path { get; }

    public CompilationUnitSyntax Root { get; }

    public IReadOnlyList<string> Segments { get; }

    /// <summary><c>src</c> or <c>tests</c>.</summary>
    public string Area => Segments[0];

    public string Project => Segments[1];

    /// <summary>The file's name without <c>.cs</c>.</summary>
    public string Name => Segments[^1][..^".cs".Length];

    public int LineCount => _text.Lines.Count - (_text.Lines[^1].Span.IsEmpty ? 1 : 0);

    public static SourceFile Parse(string path, string text)
    {
        var source = SourceText.From(text);
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        return new SourceFile(path, source, CSharpSyntaxTree.ParseText(source, options).GetCompilationUnitRoot());
    }

    public IEnumerable<TNode> All<TNode>()
        where TNode : SyntaxNode
    {
        return Root.DescendantNodes().OfType<TNode>();
    }

    /// <summary>The text of a line by its number, which starts at 1; empty outside the file.</summary>
    public string Line(int number)
    {
        return number < 1 || number > _text.Lines.Count ? "" : _text.Lines[number - 1].ToString();
    }

    public int LineOf(SyntaxToken token) => token.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    public int LineOf(SyntaxTrivia trivia) => trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    public int LineOf(SyntaxNode node) => LineOf(node.GetFirstToken());

    public Violation At(SyntaxNode node, string sentence) => AtLine(LineOf(node), sentence);

    public Violation At(SyntaxToken token, string sentence) => AtLine(LineOf(token), sentence);

    public Violation AtLine(int line, string sentence) => new(Path, line, sentence);
}
