using Muster.Domain.Sources;

namespace Muster.Server.Sources;

/// <summary>A file of ours, as it was when the folder was looked at.</summary>
internal sealed record FolderFile(FileShape Shape, string Path, long Size, DateTime ChangedAt)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public string Name => System.IO.Path.GetFileName(Path);

    public bool IsYaml => !Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null when it is none of ours.</summary>
    public static FolderFile? Of(FileInfo file)
    {
        var isOurs = file.Extension.ToLowerInvariant() is ".csv" or ".yaml" or ".yml";
        var shape = isOurs ? FileShape.All.FirstOrDefault(shape => shape.Fits(file.Name)) : null;
        return shape is null ? null : new FolderFile(shape, file.FullName, file.Length, file.LastWriteTimeUtc);
    }

    public FileStream Open()
    {
        try
        {
            return new FileStream(Path, new FileStreamOptions
            {
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.SequentialScan,
                BufferSize = 0,
            });
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SourceAwayException(
                $"{Path} cannot be read: {problem.Message}\nMaybe let the user that Muster runs as read it.",
                cause: problem);
        }
    }

    /// <summary>Whether somebody has written to it since.</summary>
    public bool IsChanged()
    {
        var now = new FileInfo(Path);
        return !now.Exists || now.Length != Size || now.LastWriteTimeUtc != ChangedAt;
    }

    public SourceAwayException WasChanged() => new(
        $"{Path} was changed while it was read.\n"
        + "Maybe write it under another name, and rename it when it is whole.",
        RetryAfter);
}
