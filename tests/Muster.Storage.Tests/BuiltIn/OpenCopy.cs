using Muster.Storage.BuiltIn;
using Muster.Testing;

namespace Muster.Storage.Tests.BuiltIn;

/// <summary>
/// This program where an ordinary user can run it: a clone may stand in a folder that only root can enter.
/// </summary>
internal static class OpenCopy
{
    private static readonly Lazy<string> Program = new(Make);

    public static string OfThisProgram => Program.Value;

    private static string Make()
    {
        if (Reach.IsOpenToAll(AppContext.BaseDirectory))
        {
            return Environment.ProcessPath!;
        }

        var copy = TemporaryFolder.Make().FullName;
        Copy(AppContext.BaseDirectory, copy);
        var package = ProgramPlaces.OfThisMachine().Packages.FirstOrDefault(Directory.Exists);
        if (package is not null)
        {
            Copy(package, Path.Combine(copy, "postgres"));
        }

        return Path.Combine(copy, Path.GetFileName(Environment.ProcessPath!));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
