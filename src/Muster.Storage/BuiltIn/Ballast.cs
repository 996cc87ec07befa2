namespace Muster.Storage.BuiltIn;

/// <summary>
/// A file of real blocks that is worth nothing: deleted, it gives a server on a full disk the room to start and to
/// make room for itself.
/// </summary>
internal sealed class Ballast(DataDirectory directory, BuiltInPostgresSettings settings)
{
    private const long Megabyte = 1024 * 1024;

    // A segment of the write-ahead log and a little more: with less, a server does not start.
    private const long RoomToStart = 24 * Megabyte;

    private long Size => settings.BallastMegabytes * Megabyte;

    public bool Exists => File.Exists(directory.Ballast);

    /// <summary>Makes it when the disk has room for it and is not low after that; false when it has not.</summary>
    public bool Make(long freeBytes)
    {
        if (Size == 0 || (Exists && new FileInfo(directory.Ballast).Length == Size))
        {
            return true;
        }

        if (freeBytes - Size < settings.LowSpaceMegabytes * Megabyte)
        {
            return false;
        }

        Release();
        using var file = new FileStream(directory.Ballast, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            PreallocationSize = Size,
        });
        file.SetLength(Size);
        return true;
    }

    /// <summary>Gives it up when the disk is too full for any start; false when it need not.</summary>
    public bool ReleaseWhenFull() => directory.FreeBytes < RoomToStart && Release();

    /// <summary>False when there was none.</summary>
    public bool Release()
    {
        var existed = Exists;
        File.Delete(directory.Ballast);
        return existed;
    }
}
