namespace Muster.Rules.Tests.Layers;

/// <summary>Pure engines, a thin host, one place for SQL: the project files say so.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly string[] Buckets = ["Common", "Shared", "Helpers", "Utils", "Abstractions"];

    [Fact]
    public void Projects_refer_only_to_what_their_row_allows()
    {
        Rule.Holds(
            ProjectFile.InRepository().SelectMany(Find),
            "move the code to the layer that may see it; the table is Layers/AllowedReferences.cs.");
    }

    [Fact]
    public void A_planted_upward_reference_is_caught()
    {
        var project = ProjectFile.Parse(new TextFile("src/Muster.Domain/Muster.Domain.csproj", """
            <Project>
              <ItemGroup>
                <ProjectReference Include="../Muster.Storage/Muster.Storage.csproj" />
                <PackageReference Include="Npgsql" />
              </ItemGroup>
            </Project>
            """));

        Rule.Catches(Find(project), $"{project.Path}:3", $"{project.Path}:4");
    }

    [Fact]
    public void A_planted_project_without_a_row_is_caught()
    {
        var project = ProjectFile.Parse(new TextFile("src/Muster.Common/Muster.Common.csproj", "<Project />"));

        Rule.Catches(Find(project), $"{project.Path}:1", $"{project.Path}:1");
    }

    [Fact]
    public void Test_projects_see_what_they_test_and_the_support()
    {
        var project = ProjectFile.Parse(new TextFile("tests/Muster.Storage.Tests/Muster.Storage.Tests.csproj", """
            <Project>
              <PackageReference Include="Npgsql" />
              <ProjectReference Include="..\..\src\Muster.Storage\Muster.Storage.csproj" />
              <ProjectReference Include="../Muster.Testing/Muster.Testing.csproj" />
              <ProjectReference Include="../../src/Muster.Server/Muster.Server.csproj" />
            </Project>
            """));

        Rule.Catches(Find(project), $"{project.Path}:5");
    }

    internal static IEnumerable<Violation> Find(ProjectFile project)
    {
        var allowed = AllowedReferences.Of(project.Name);
        if (allowed is null)
        {
            yield return new(project.Path, 1, $"{project.Name} has no row in the table of allowed references.");
        }

        if (project.Name.Split('.').Intersect(Buckets, StringComparer.OrdinalIgnoreCase).Any())
        {
            yield return new(project.Path, 1, $"{project.Name} is named after a bucket, not a part of the trade.");
        }

        foreach (var (name, line) in project.Projects.Where(r => allowed?.Contains(r.Name) == false))
        {
            yield return new(project.Path, line, $"{project.Name} must not refer to {name}.");
        }

        foreach (var (name, line) in project.Packages.Where(r => IsNpgsql(r.Name)))
        {
            if (!AllowedReferences.SqlHomes.Contains(project.Name))
            {
                yield return new(project.Path, line, $"{project.Name} must not use {name}: only Muster.Storage does.");
            }
        }
    }

    private static bool IsNpgsql(string package) => package.StartsWith("Npgsql", StringComparison.OrdinalIgnoreCase);
}
