namespace Muster.Bench;

/// <summary>Where the repository is that the bench runs in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Muster.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The bench runs in its repository.");
        }

        return folder.FullName;
    }
}
