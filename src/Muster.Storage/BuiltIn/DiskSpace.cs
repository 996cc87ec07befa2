namespace Muster.Storage.BuiltIn;

/// <summary>The room on the disk of the data directory, judged.</summary>
/// <param name="FreeBytes">What a program that is not root may still write.</param>
/// <param name="IsLow">An alarm: free space is under the limit.</param>
/// <param name="Sentence">The judgement for people, with advice when it is an alarm.</param>
public readonly record struct DiskSpace(long FreeBytes, bool IsLow, string Sentence)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>The whole decision, from numbers alone.</summary>
    internal static DiskSpace Judge(long freeBytes, bool ballastExists, BuiltInPostgresSettings settings)
    {
        var free = $"{freeBytes / Megabyte} MB are free on the disk of {settings.DataDirectory}";
        var isLow = freeBytes < settings.LowSpaceMegabytes * Megabyte;
        var ballastIsGone = settings.BallastMegabytes > 0 && !ballastExists;
        return (isLow, ballastIsGone) switch
        {
            (true, true) => new DiskSpace(
                freeBytes,
                true,
                $"Only {free}, and the ballast is gone: when it is full, PostgreSQL stops.\n"
                    + "Maybe free space there now."),
            (true, false) => new DiskSpace(
                freeBytes,
                true,
                $"Only {free}, less than {settings.LowSpaceMegabytes} MB: when it is full, PostgreSQL stops.\n"
                    + "Maybe free space there."),
            (false, _) => new DiskSpace(freeBytes, false, $"{free}."),
        };
    }
}
