namespace Muster.Rules.Tests.Layers;

/// <summary>./check builds and tests what the solution lists; a project outside it would be proved by nobody.</summary>
public sealed class SolutionTests
{
    [Fact]
    public void Every_project_under_src_and_tests_is_in_the_solution()
    {
        var tree = SourceTree.Repository;
        var solution = Assert.Single(tree.Texts("Muster.slnx"));
        Rule.Holds(
            Find(solution, tree.Texts(".csproj").Select(file => file.Path)),
            "add the project to Muster.slnx: dotnet sln Muster.slnx add <path>.");
    }

    [Fact]
    public void A_planted_project_outside_the_solution_is_caught()
    {
        var solution = new TextFile("Muster.slnx", """<Project Path="src/A/A.csproj" />""");

        Rule.Catches(Find(solution, ["src/A/A.csproj", "tests/B/B.csproj", "bench/C/C.csproj"]), "tests/B/B.csproj:1");
    }

    internal static IEnumerable<Violation> Find(TextFile solution, IEnumerable<string> projects)
    {
        return projects
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal)
                || path.StartsWith("tests/", StringComparison.Ordinal))
            .Where(path => !solution.Text.Contains($"\"{path}\"", StringComparison.Ordinal))
            .Select(path => new Violation(path, 1, "is not in Muster.slnx, so nothing builds or tests it."));
    }
}
