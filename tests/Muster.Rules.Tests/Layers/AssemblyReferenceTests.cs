using System.Reflection;

namespace Muster.Rules.Tests.Layers;

/// <summary>
/// The same layering as seen by the compiler: packages flow through references, so project files are not enough.
/// </summary>
public sealed class AssemblyReferenceTests
{
    /// <summary>The server's assembly carries the name of the command.</summary>
    private const string ServerAssembly = "muster";

    [Fact]
    public void Product_assemblies_use_only_what_their_row_allows()
    {
        var folder = AppContext.BaseDirectory;
        var assemblies = ProjectFile.InRepository()
            .Where(project => project.IsProduct)
            .Select(project => Path.Combine(folder, $"{AssemblyOf(project.Name)}.dll"))
            .Where(File.Exists)
            .Select(Assembly.LoadFrom)
            .ToDictionary(a => ProjectOf(a.GetName().Name!), a => a.GetReferencedAssemblies().Select(r => r.Name!));

        Assert.Contains("Muster.Server", assemblies.Keys);
        Assert.Contains("Muster.Storage", assemblies.Keys);
        Rule.Holds(
            assemblies.SelectMany(a => Find(a.Key, a.Value)),
            "wrap what the lower layer offers in a type of its own; the table is Layers/AllowedReferences.cs.");
    }

    [Fact]
    public void A_planted_use_of_npgsql_outside_the_storage_is_caught()
    {
        Rule.Catches(Find("Muster.Server", ["System.Runtime", "Npgsql", "Muster.Storage"]), "src/Muster.Server:1");
        Rule.Catches(Find("Muster.Storage", ["Npgsql", "Muster.Domain", "muster"]), "src/Muster.Storage:1");
    }

    internal static IEnumerable<Violation> Find(string project, IEnumerable<string> references)
    {
        var allowed = AllowedReferences.Of(project) ?? [];
        return references
            .Select(ProjectOf)
            .Where(name => name.StartsWith("Muster.", StringComparison.Ordinal)
                ? !allowed.Contains(name)
                : name.StartsWith("Npgsql", StringComparison.Ordinal) && !AllowedReferences.SqlHomes.Contains(project))
            .Select(name => new Violation($"src/{project}", 1, $"its compiled code uses {name}."));
    }

    private static string AssemblyOf(string project) => project == "Muster.Server" ? ServerAssembly : project;

    private static string ProjectOf(string assembly) => assembly == ServerAssembly ? "Muster.Server" : assembly;
}
