using System.Diagnostics;
using Muster.Storage.BuiltIn;

namespace Muster.Testing;

/// <summary>Ends and deletes what test runs left behind whose process is gone.</summary>
public static class PostgresLeftovers
{
    internal static async Task RemoveAsync()
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

    /// <summary>Ends what still runs in a data directory whose Muster was killed.</summary>
    public static Task EndAsync(string data) =>
        new ClusterReaper(new DataDirectory(data), TimeProvider.System)
            .ReapAsync(politely: false, CancellationToken.None);

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
                await EndAsync(data);
            }

            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is BuiltInPostgresException or IOException or UnauthorizedAccessException)
        {
            // Another test run removes it at this moment.
        }
    }
}
