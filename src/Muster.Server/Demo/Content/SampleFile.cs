namespace Muster.Server.Demo.Content;

/// <summary>A file of the folder "samples", which the build puts beside the program.</summary>
public static class SampleFile
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <exception cref="StartRefusedException">It is not there.</exception>
    public static async Task<string> ReadAsync(string samples, string name, CancellationToken token)
    {
        var path = Path.Combine(samples, name);
        try
        {
            return await File.ReadAllTextAsync(path, token);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The demonstration needs {path}, which cannot be read: {problem.Message}",
                "Maybe build Muster again, or run muster demo --accounts-only.",
                problem);
        }
    }
}
