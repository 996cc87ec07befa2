namespace Muster.Rules.Tests.Form;

/// <summary>The tail is what sets good code apart: no huge file, hardly a long method, none very long.</summary>
public sealed class SizeTests
{
    private const int FileLimit = 300;
    private const int MethodLimit = 40;
    private const int MethodNever = 80;

    /// <summary>One method in so many may be over <see cref="MethodLimit"/>.</summary>
    private const int OneIn = 50;

    [Fact]
    public void Files_stay_within_their_limit()
    {
        Rule.Holds(SourceTree.Repository.Code.SelectMany(FindFiles), "split the type by facet: Type.Facet.cs.");
    }

    [Fact]
    public void Methods_stay_within_their_limit()
    {
        // The tests must not lend the product their many short methods.
        var tree = SourceTree.Repository;
        Rule.Holds(
            FindMethods(tree.Sources).Concat(FindMethods(tree.Tests)),
            $"extract a step and name it; an engine's loop may carry a comment \"{Callable.HotLoopMark} why\".");
    }

    [Fact]
    public void A_planted_long_file_is_caught()
    {
        Assert.Empty(FindFiles(SourceFile.Parse("src/M/A.cs", Repeat("// line", 300) + "\n")));
        Rule.Catches(FindFiles(SourceFile.Parse("src/M/A.cs", Repeat("// line", 301))), "src/M/A.cs:301");
    }

    [Fact]
    public void A_planted_very_long_method_is_caught()
    {
        var file = Planted(81, "", 100);
        var loop = Planted(81, "// Hot loop: measured, see the bench\n", 100);

        Rule.Catches(FindMethods([file]), "src/M/A.cs:4");
        Assert.Empty(FindMethods([Planted(80, "", 100)]));
        Assert.Empty(FindMethods([loop]));
    }

    [Fact]
    public void Planted_long_methods_are_caught_when_they_are_more_than_one_in_fifty()
    {
        Assert.Empty(FindMethods([Planted(41, "", 49)]));
        Assert.Empty(FindMethods([Planted(40, "", 0)]));
        Rule.Catches(FindMethods([Planted(41, "", 48)]), "src/M/A.cs:4");
    }

    [Fact]
    public void Statements_of_the_program_count_as_a_method()
    {
        Rule.Catches(FindMethods([SourceFile.Parse("src/M/Program.cs", Repeat("Run();", 41))]), "src/M/Program.cs:1");
    }

    internal static IEnumerable<Violation> FindFiles(SourceFile file)
    {
        return file.LineCount <= FileLimit
            ? []
            : [file.AtLine(FileLimit + 1, $"{file.LineCount} lines, at most {FileLimit}.")];
    }

    internal static IEnumerable<Violation> FindMethods(IReadOnlyList<SourceFile> files)
    {
        var all = files.SelectMany(Callable.In).ToList();
        var over = all.Where(method => method.Lines > MethodLimit && !method.IsHotLoop).ToList();
        var allowed = all.Count / OneIn;
        var tail = $"; {over.Count} of {all.Count} methods are over {MethodLimit}, {allowed} may be.";
        return over
            .Where(method => over.Count > allowed || method.Lines > MethodNever)
            .Select(method => method.File.AtLine(method.FirstLine, $"{method.Name} has {method.Lines} lines{tail}"));
    }

    private static string Repeat(string line, int count) => string.Join('\n', Enumerable.Repeat(line, count));

    /// <summary>
    /// A method of so many lines, which begins in line 4 after a mark or an empty line, and many short ones.
    /// </summary>
    private static SourceFile Planted(int lines, string mark, int others)
    {
        var start = mark.Length > 0 ? mark : "\n";
        var longOne = $"{start}[Fact]\nvoid Long()\n{{\n{Repeat("Run();", lines - 3)}\n}}";
        return SourceFile.Parse("src/M/A.cs", $"class A {{\n{longOne}\n{Repeat("int Short() => 1;", others)}\n}}");
    }
}
