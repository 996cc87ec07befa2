using System.Diagnostics;
using System.Globalization;

namespace Muster.Storage.BuiltIn;

/// <summary>
/// The processes of one cluster. On Linux a process belongs to it when it works in its directory; where that may not be
/// read, and on macOS, when its title or its arguments name the cluster. A process id alone proves nothing.
/// </summary>
internal sealed class ClusterProcesses(DataDirectory directory)
{
    // setsid is postgres a moment before it is.
    private static readonly string[] Programs = ["postgres", "initdb", "setsid"];

    private readonly string[] _homes = [directory.Cluster, directory.Staging];
    private readonly string _title = $"postgres: {directory.ClusterName}: ";

    public IReadOnlyList<int> Find() =>
        [.. OperatingSystem.IsLinux() ? ProcessIds().Where(Belongs) : FromProcessTable()];

    public bool Belongs(int process)
    {
        var line = ReadProcessFile(process, "cmdline");
        var program = Path.GetFileName(line.Split('\0')[0]);
        var isPostgres = line.StartsWith("postgres: ", StringComparison.Ordinal) || Programs.Contains(program);
        return isPostgres && (NamesCluster(line.Split('\0')) || _homes.Contains(WorkingDirectory(process)));
    }

    /// <summary>
    /// Whether a process that belonged here is on its way out: it has given up its memory, and with that its command
    /// line, but not yet its files and its directory.
    /// </summary>
    public static bool IsEnding(int process)
    {
        var status = ReadProcessFile(process, "stat");
        var ended = status.Length == 0 || status[(status.LastIndexOf(')') + 2)..][0] is 'Z' or 'X';
        return !ended && ReadProcessFile(process, "cmdline").Length == 0;
    }

    private static IEnumerable<int> ProcessIds() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0);

    /// <summary>Empty for a process that is gone; its command line is empty as soon as it begins to end.</summary>
    private static string ReadProcessFile(int process, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{name}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string? WorkingDirectory(int process)
    {
        try
        {
            return new FileInfo($"/proc/{process}/cwd").LinkTarget;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private bool NamesCluster(string[] words) =>
        words[0].StartsWith(_title, StringComparison.Ordinal)
        || words.Any(word => _homes.Any(home => word == home || word == $"--pgdata={home}"));

    private IEnumerable<int> FromProcessTable()
    {
        using var table = Process.Start(new ProcessStartInfo("ps", ["-axo", "pid=,command="])
        {
            RedirectStandardOutput = true,
        })!;
        var lines = table.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        return lines.Select(line => line.Split(' ', 2))
            .Where(parts => parts.Length == 2 && IsOfCluster(parts[1]))
            .Select(parts => int.Parse(parts[0], CultureInfo.InvariantCulture));
    }

    private bool IsOfCluster(string command) =>
        command.StartsWith(_title, StringComparison.Ordinal)
        || (Programs.Contains(Path.GetFileName(command.Split(' ')[0])) && _homes.Any(home => command.Contains(home)));
}
