namespace Muster.Rules.Tests;

/// <summary>A file by its path from the repository's root, with forward slashes.</summary>
internal sealed record TextFile(string Path, string Text)
{
    public IEnumerable<(int Number, string Text)> Lines()
    {
        return Text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => (index + 1, line));
    }

    public Violation At(int line, string sentence) => new(Path, line, sentence);
}
