using System.Globalization;

namespace Muster.Storage.BuiltIn;

/// <summary>What a running server tells about itself in its postmaster.pid.</summary>
internal sealed record PostmasterFile(int ProcessId, string SocketDirectory, bool IsReady)
{
    private const int ProcessLine = 0;
    private const int SocketLine = 4;
    private const int StatusLine = 7;

    /// <summary>Null when there is none, or none that is complete enough to name a process.</summary>
    public static PostmasterFile? Read(string path)
    {
        try
        {
            return Parse(File.ReadAllLines(path));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public static PostmasterFile? Parse(IReadOnlyList<string> lines)
    {
        string Line(int index) => index < lines.Count ? lines[index].Trim() : "";
        return int.TryParse(Line(ProcessLine), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            ? new PostmasterFile(process, Line(SocketLine), Line(StatusLine) == "ready")
            : null;
    }
}
