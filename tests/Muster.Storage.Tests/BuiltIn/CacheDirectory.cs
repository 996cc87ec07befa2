namespace Muster.Storage.Tests.BuiltIn;

/// <summary>A temporary directory that every user can read.</summary>
internal sealed class CacheDirectory : IDisposable
{
    public const UnixFileMode OpenToAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("muster-cache-");

    public CacheDirectory() => _directory.UnixFileMode = OpenToAll;

    public string Path => _directory.FullName;

    public void Dispose() => _directory.Delete(recursive: true);
}
