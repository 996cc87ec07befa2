using System.Text;
using System.Text.RegularExpressions;

namespace Muster.Storage.BuiltIn;

/// <summary>The directory of the socket: private to the user who runs PostgreSQL, and to root.</summary>
internal static partial class SocketDirectory
{
    // A socket's address holds 104 bytes on macOS and 108 on Linux; the socket's own name takes 18 of them.
    private const int LongestBytes = 80;

    public static string Prepare(DataDirectory directory, ClusterUser user)
    {
        var path = Choose(directory, user);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        Posix.MakePrivateDirectory(path);
        user.Own(path);
        return path;
    }

    /// <summary>Removes a dead server's socket, whose process id may by now be another process's.</summary>
    public static void Clear(string path)
    {
        foreach (var file in Directory.EnumerateFiles(path, ".s.PGSQL.*"))
        {
            File.Delete(file);
        }
    }

    private static string Choose(DataDirectory directory, ClusterUser user)
    {
        var inside = Path.Combine(directory.Path, "socket");
        if (Encoding.UTF8.GetByteCount(inside) <= LongestBytes && Plain().IsMatch(inside))
        {
            return inside;
        }

        var ours = user.IsOther ? null : Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        return Path.Combine(Directory.Exists(ours) ? ours : "/tmp", directory.ClusterName);
    }

    // Commas and colons separate hosts and ports in connection strings.
    [GeneratedRegex("^[A-Za-z0-9/._-]+$")]
    private static partial Regex Plain();
}
