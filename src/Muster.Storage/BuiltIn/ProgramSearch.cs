namespace Muster.Storage.BuiltIn;

/// <summary>Finds the programs for a cluster: the npm package, else the newest fitting system PostgreSQL.</summary>
internal sealed class ProgramSearch(ProgramPlaces places, DataDirectory directory, ClusterUser user)
{
    private readonly List<string> _tried = [];

    public async Task<PostgresPrograms> FindAsync(CancellationToken token)
    {
        var needed = directory.ClusterVersion(user.Name);
        var package = await FirstFittingAsync(PackagePrograms(), needed, token);
        var programs = package ?? await NewestSystemAsync(needed, token);
        return programs ?? throw NotFound(needed);
    }

    private static bool Fits(PostgresPrograms? programs, int? needed) =>
        programs is { Major: >= PostgresPrograms.OldestMajor } && (needed is null || programs.Major == needed);

    private static bool HasBoth(string folder) =>
        File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb"));

    /// <summary>A link such as /usr/local/bin/postgres stands for the folder that it leads to.</summary>
    private static string Resolved(string folder)
    {
        var program = Path.Combine(folder, "postgres");
        return Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program)!;
    }

    private IEnumerable<string> PackagePrograms()
    {
        foreach (var package in places.Packages.Select(folder => new PostgresPackage(folder)).Where(one => one.Exists))
        {
            package.MakeLinks();
            yield return (user.IsOther ? package.OpenToAll(places.Cache) : package).Programs;
        }
    }

    private async Task<PostgresPrograms?> FirstFittingAsync(
        IEnumerable<string> folders,
        int? needed,
        CancellationToken token)
    {
        foreach (var folder in folders)
        {
            var programs = await AskAsync(folder, token);
            if (Fits(programs, needed))
            {
                return programs;
            }
        }

        return null;
    }

    private async Task<PostgresPrograms?> NewestSystemAsync(int? needed, CancellationToken token)
    {
        var fitting = new List<PostgresPrograms>();
        foreach (var folder in places.Systems.Where(HasBoth).Select(Resolved).Where(HasBoth).Distinct())
        {
            var programs = await AskAsync(folder, token);
            if (Fits(programs, needed))
            {
                fitting.Add(programs!);
            }
        }

        return fitting.MaxBy(programs => programs.Major);
    }

    private async Task<PostgresPrograms?> AskAsync(string folder, CancellationToken token)
    {
        var (programs, said) = await PostgresPrograms.AskAsync(folder, user, token);
        _tried.Add(said);
        return programs;
    }

    private BuiltInPostgresException NotFound(int? needed)
    {
        var tried = _tried.Count == 0 ? "no folder holds one" : string.Join("; ", _tried);
        return needed is { } major
            ? BuiltInPostgresException.NoProgramsOfVersion(directory.Cluster, major, tried)
            : BuiltInPostgresException.NoProgramsFound(tried);
    }
}
