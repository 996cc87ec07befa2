using System.Diagnostics;
using Muster.Storage.BuiltIn;

namespace Muster.Testing;

/// <summary>Ends and deletes what test runs left behind whose process is gone.</summary>
internal static class PostgresLeftovers
{
    public static async Task RemoveAsync()
    {
        if (!Directory.Exists(TemporaryFolder.Home))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(TemporaryFolder.Home).Where(IsLeft))
        {
            await RemoveOneAsync(folder);
        }
    }

    private static bool IsLeft(string folder)
    {
        try
        {
            using var owner = Process.GetProcessById(TemporaryFolder.OwnerOf(folder));
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static async Task RemoveOneAsync(string folder)
    {
        try
        {
            foreach (var data in Directory.EnumerateDirectories(folder))
            {
                await new ClusterReaper(new DataDirectory(data), TimeProvider.System)
                    .ReapAsync(politely: false, CancellationToken.None);
            }

            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is BuiltInPostgresException or IOException or UnauthorizedAccessException)
        {
            // Another test run removes it at this moment.
        }
    }
}
