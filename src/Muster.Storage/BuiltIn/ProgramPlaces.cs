using System.Reflection;
using System.Runtime.InteropServices;

namespace Muster.Storage.BuiltIn;

/// <summary>Where PostgreSQL's programs may be: in the npm package, then in a system PostgreSQL.</summary>
internal sealed record ProgramPlaces(IReadOnlyList<string> Packages, IReadOnlyList<string> Systems)
{
    private static readonly (string Folder, string Pattern, string Programs)[] Known =
    [
        ("/usr/lib/postgresql", "*", "bin"),
        ("/usr", "pgsql-*", "bin"),
        ("/opt/homebrew/opt", "postgresql*", "bin"),
        ("/usr/local/opt", "postgresql*", "bin"),
        ("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
    ];

    /// <summary>Where root keeps programs that stand in a place that only root can read.</summary>
    public string Cache { get; init; } = "/var/cache/muster";

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    public static ProgramPlaces OfThisMachine() => new([.. PackageFolders()], [.. SystemFolders()]);

    private static IEnumerable<string> PackageFolders()
    {
        yield return Path.Combine(AppContext.BaseDirectory, "postgres");
        var built = typeof(ProgramPlaces).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(data => data.Key == "PostgresPackages")?.Value;
        if (built is not null)
        {
            yield return Path.Combine(built, Platform);
        }
    }

    private static IEnumerable<string> SystemFolders()
    {
        var known = Known
            .Where(place => Directory.Exists(place.Folder))
            .SelectMany(place => Directory.EnumerateDirectories(place.Folder, place.Pattern)
                .Select(folder => Path.Combine(folder, place.Programs)));
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return path.Concat(known);
    }
}
