using System.Diagnostics;
using System.Globalization;
using Muster.Storage.BuiltIn;

namespace Muster.Testing;

/// <summary>Ends and deletes the servers of test runs whose process is gone.</summary>
internal static class PostgresLeftovers
{
    public static async Task RemoveAsync(string home)
    {
        if (!Directory.Exists(home))
        {
            return;
        }

        foreach (var directory in Directory.EnumerateDirectories(home).Where(IsLeft))
        {
            await RemoveOneAsync(directory);
        }
    }

    private static bool IsLeft(string directory)
    {
        try
        {
            using var owner = Process.GetProcessById(
                int.Parse(Path.GetFileName(directory), CultureInfo.InvariantCulture));
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static async Task RemoveOneAsync(string path)
    {
        try
        {
            var directory = DataDirectory.Create(path);
            using var held = DataDirectoryLock.Take(directory);
            await new ClusterReaper(directory, TimeProvider.System).ReapAsync(politely: false, CancellationToken.None);
            Directory.Delete(path, recursive: true);
        }
        catch (Exception error) when (error is BuiltInPostgresException or IOException or UnauthorizedAccessException)
        {
            // Another test run removes it at this moment.
        }
    }
}
