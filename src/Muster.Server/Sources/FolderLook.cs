using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Muster.Domain.Sources;

namespace Muster.Server.Sources;

/// <summary>What was in a folder at a moment.</summary>
/// <param name="Files">Those of ours, in the order in which they are read.</param>
/// <param name="Fingerprint">Another one as soon as a file is another.</param>
internal sealed record FolderLook(IReadOnlyList<FolderFile> Files, string Fingerprint)
{
    // What is written again within one tick of a file system's clock, and as long as before, is found by its content.
    private const long Small = 1024 * 1024;

    /// <exception cref="SourceAwayException">It cannot be looked into, or nothing of ours is in it.</exception>
    public static FolderLook Take(string folder)
    {
        try
        {
            var files = new DirectoryInfo(folder).EnumerateFiles().Select(FolderFile.Of).OfType<FolderFile>()
                .OrderBy(file => file.Shape.Kind).ThenBy(file => file.Name, StringComparer.Ordinal).ToList();
            return files.Count > 0 ? new FolderLook(files, FingerprintOf(files)) : throw new SourceAwayException(
                $"{folder} holds no file that Muster reads.\nMaybe put a people.csv there; docs/sources.md says how.");
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new SourceAwayException(
                $"There is no folder {folder} on this server.\nMaybe it is not mounted, or the path is misspelt.",
                cause: missing);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SourceAwayException(
                $"{folder} cannot be read: {problem.Message}\nMaybe let the user that Muster runs as read it.",
                cause: problem);
        }
    }

    private static string FingerprintOf(IEnumerable<FolderFile> files)
    {
        var text = new StringBuilder();
        foreach (var file in files)
        {
            text.Append(CultureInfo.InvariantCulture, $"{file.Name}/{file.Size}/{file.ChangedAt.Ticks}/");
            text.AppendLine(file.Size <= Small ? ContentOf(file) : "");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    private static string ContentOf(FolderFile file)
    {
        using var stream = file.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
