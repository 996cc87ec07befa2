namespace Muster.Rules.Tests;

/// <summary>
/// The two questions asked of every rule: does the tree keep it, and would it notice if the tree did not?
/// </summary>
internal static class Rule
{
    public static void Holds(IEnumerable<Violation> found, string remedy)
    {
        var lines = found.OrderBy(v => v.File, StringComparer.Ordinal).ThenBy(v => v.Line).ToList();
        if (lines.Count > 0)
        {
            Assert.Fail($"{lines.Count} found:\n{string.Join('\n', lines)}\nRemedy: {remedy}");
        }
    }

    /// <summary>The planted text breaks the rule at exactly these places (<c>file:line</c>) and nowhere else.</summary>
    public static void Catches(IEnumerable<Violation> found, params string[] places)
    {
        var actual = found.ToList();
        Assert.All(actual, v => Assert.False(string.IsNullOrWhiteSpace(v.Sentence)));
        Assert.Equal(places.Order(StringComparer.Ordinal), actual.Select(v => v.Place).Order(StringComparer.Ordinal));
    }
}
