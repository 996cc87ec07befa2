using System.Security.Cryptography;
using System.Text;

namespace Muster.Storage.BuiltIn;

/// <summary>The places in a data directory, as a path without links.</summary>
internal sealed record DataDirectory(string Path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // The user who runs PostgreSQL for root passes through to the cluster, but reads nothing on the way.
    private const UnixFileMode Passage = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public string Cluster => System.IO.Path.Combine(Path, "postgres");

    /// <summary>Where a cluster is made before it is renamed into its place.</summary>
    public string Staging => System.IO.Path.Combine(Path, "postgres.new");

    public string LockFile => System.IO.Path.Combine(Path, "muster.lock");

    public string Ballast => System.IO.Path.Combine(Path, "ballast");

    public string ClientAuthentication => System.IO.Path.Combine(Path, "pg_hba.conf");

    public string ClientNames => System.IO.Path.Combine(Path, "pg_ident.conf");

    public string PostmasterFile => System.IO.Path.Combine(Cluster, "postmaster.pid");

    public string VersionFile => System.IO.Path.Combine(Cluster, "PG_VERSION");

    /// <summary>Begins the title of every process of the cluster, which anyone may read.</summary>
    public string ClusterName => $"muster-{Hash}";

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path)))[..12];

    /// <summary>What a program that is not root may still write on this disk.</summary>
    public long FreeBytes => new DriveInfo(Path).AvailableFreeSpace;

    public static DataDirectory Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path, Environment.IsPrivilegedProcess ? Passage : OwnerOnly);
            return new DataDirectory(Posix.RealPath(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw BuiltInPostgresException.Unusable(path, error);
        }
    }

    /// <summary>The major version of the PostgreSQL that made the cluster, or null when there is none yet.</summary>
    public int? ClusterVersion(string user)
    {
        try
        {
            if (!Directory.Exists(Cluster))
            {
                return null;
            }

            return int.TryParse(File.ReadAllText(VersionFile), out var major)
                ? major
                : throw BuiltInPostgresException.NotACluster(Cluster);
        }
        catch (FileNotFoundException)
        {
            throw BuiltInPostgresException.NotACluster(Cluster);
        }
        catch (UnauthorizedAccessException)
        {
            throw BuiltInPostgresException.OwnedByAnother(Cluster, "who made it", user);
        }
    }
}
