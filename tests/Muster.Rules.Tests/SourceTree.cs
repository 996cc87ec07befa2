namespace Muster.Rules.Tests;

/// <summary>
/// The repository as the rules see it: every C# file parsed once, in parallel, and the text files beside them.
/// </summary>
internal sealed class SourceTree
{
    private static readonly Lazy<SourceTree> Loaded = new(() => new SourceTree(FindRoot()));

    private static readonly HashSet<string> NotOurs =
        ["artifacts", "bin", "obj", "node_modules", "dist", "TestResults", "BenchmarkDotNet.Artifacts"];

    private readonly IReadOnlyList<string> _paths;

    private SourceTree(string root)
    {
        Root = root;
        _paths = [.. Walk(root).Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))];
        Code = [.. Texts(".cs").AsParallel().AsOrdered().Select(text => SourceFile.Parse(text.Path, text.Text))];
        Sources = [.. Code.Where(file => file.Area == "src")];
        Tests = [.. Code.Where(file => file.Area == "tests")];
        if (Sources.Count == 0 || Tests.Count == 0)
        {
            throw new InvalidOperationException($"No C# in src or tests of {root}: every rule would pass.");
        }
    }

    public static SourceTree Repository => Loaded.Value;

    public string Root { get; }

    /// <summary>All C# under src and tests.</summary>
    public IReadOnlyList<SourceFile> Code { get; }

    public IReadOnlyList<SourceFile> Sources { get; }

    public IReadOnlyList<SourceFile> Tests { get; }

    /// <summary>Every file that ends so; C# only from src and tests.</summary>
    public IEnumerable<TextFile> Texts(params string[] endings)
    {
        return _paths
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Where(path => !path.EndsWith(".cs", StringComparison.Ordinal) || IsCode(path))
            .Select(path => new TextFile(path, File.ReadAllText(Path.Combine(Root, path))));
    }

    public bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    private static bool IsCode(string path)
    {
        return path.Split('/').Length > 2 && (path.StartsWith("src/", StringComparison.Ordinal)
            || path.StartsWith("tests/", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Walk(string folder)
    {
        var inner = Directory.EnumerateDirectories(folder)
            .Where(path => Path.GetFileName(path) is var name && !name.StartsWith('.') && !NotOurs.Contains(name));
        return Directory.EnumerateFiles(folder).Concat(inner.SelectMany(Walk)).Order(StringComparer.Ordinal);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Muster.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException($"No Muster.slnx above {AppContext.BaseDirectory}.");
    }
}
