using System.Globalization;

namespace Muster.Testing;

/// <summary>
/// Where tests keep what they throw away: in memory when there is plenty, because file systems are slow at making and
/// deleting thousands of files. Names begin with the process that owns them, so that leftovers can be told.
/// </summary>
public static class TemporaryFolder
{
    private const string Memory = "/dev/shm";
    private const long Plenty = 2L * 1024 * 1024 * 1024;
    private const UnixFileMode Passage =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static int _last;

    public static string Home { get; } = Path.Combine(
        Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Plenty ? Memory : Path.GetTempPath(),
        $"muster-tests-{Environment.UserName}");

    /// <summary>Makes a new folder that any user may pass through.</summary>
    public static DirectoryInfo Make()
    {
        var number = Interlocked.Increment(ref _last);
        var name = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}.{number}");
        Directory.CreateDirectory(Home, Passage);
        return Directory.CreateDirectory(Path.Combine(Home, name), Passage);
    }

    /// <summary>The process that made a folder of <see cref="Home"/>.</summary>
    internal static int OwnerOf(string folder) =>
        int.Parse(Path.GetFileName(folder).Split('.')[0], CultureInfo.InvariantCulture);
}
