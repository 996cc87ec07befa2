namespace Muster.Rules.Tests;

/// <summary>One breach of a house rule; prints as <c>file:line: sentence</c>, which editors turn into a link.</summary>
internal readonly record struct Violation(string File, int Line, string Sentence)
{
    public string Place => $"{File}:{Line}";

    public override string ToString() => $"{Place}: {Sentence}";
}
