namespace Muster.Server.Commands;

/// <summary>Files that a command is given; when one cannot be read, the command says so.</summary>
internal static class PlainFile
{
    public static FileStream Open(FileInfo file) => Try(file, file.OpenRead);

    public static string[] Lines(FileInfo file) => Try(file, () => File.ReadAllLines(file.FullName));

    /// <summary>Writes a file; it is there as a whole or not at all.</summary>
    public static async Task WriteAsync(FileInfo file, string text, CancellationToken token)
    {
        var draft = $"{file.FullName}.{Environment.ProcessId}.part";
        try
        {
            await File.WriteAllTextAsync(draft, text, token);
            File.Move(draft, file.FullName, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"{file.FullName} cannot be written: {problem.Message}", "Maybe another folder.", problem);
        }
    }

    private static T Try<T>(FileInfo file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"{file.FullName} cannot be read: {problem.Message}", "Maybe the path is misspelt.", problem);
        }
    }
}
