using System.Runtime.CompilerServices;

namespace Muster.Testing;

/// <summary>
/// A text that is made from the program and checked in, so that a change of it is seen. With MUSTER_ACCEPT=1 the test
/// writes it anew instead of comparing.
/// </summary>
public static class Accepted
{
    public static bool Matches(string path, string made, out string advice)
    {
        var file = Path.Combine(Repository(), path);
        if (Environment.GetEnvironmentVariable("MUSTER_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, made);
        }

        advice = $"{path} is not what the program makes. Look at the difference, then run the tests with MUSTER_ACCEPT=1.";
        return File.Exists(file) && File.ReadAllText(file) == made;
    }

    /// <summary>The folder that holds the solution.</summary>
    public static string Repository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
