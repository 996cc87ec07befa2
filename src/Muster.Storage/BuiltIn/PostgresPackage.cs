using System.Text.Json;

namespace Muster.Storage.BuiltIn;

/// <summary>
/// The npm package of PostgreSQL's programs. npm cannot pack links, so the package lists those of its libraries and a
/// script makes them; npm may not run scripts, so this makes them.
/// </summary>
internal sealed record PostgresPackage(string Folder)
{
    private const UnixFileMode Readable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode Executable =
        Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public bool Exists => File.Exists(Path.Combine(Programs, "postgres"));

    public string Programs => Path.Combine(Native, "bin");

    private string Native => Path.Combine(Folder, "native");

    private string LinkList => Path.Combine(Native, "pg-symlinks.json");

    /// <summary>Makes the links that are missing; whoever makes them first wins.</summary>
    public void MakeLinks()
    {
        if (!File.Exists(LinkList))
        {
            return;
        }

        using var list = JsonDocument.Parse(File.ReadAllBytes(LinkList));
        foreach (var link in list.RootElement.EnumerateArray())
        {
            var source = Path.Combine(Folder, link.GetProperty("source").GetString()!);
            var target = new FileInfo(Path.Combine(Folder, link.GetProperty("target").GetString()!));
            if (!target.Exists && target.LinkTarget is null)
            {
                MakeLink(target, Path.GetRelativePath(target.DirectoryName!, source));
            }
        }
    }

    /// <summary>This package, or a copy in the cache when it stands where only root can read.</summary>
    public PostgresPackage OpenToAll(string cache)
    {
        if (Reach.IsOpenToAll(Programs) && File.GetUnixFileMode(Path.Combine(Programs, "postgres")).HasFlag(Executable))
        {
            return this;
        }

        var copy = new PostgresPackage(Path.Combine(cache, $"postgres-{Version()}"));
        if (!copy.Exists)
        {
            CopyTo(copy.Folder);
        }

        return copy;
    }

    private static void MakeLink(FileInfo link, string target)
    {
        try
        {
            link.CreateAsSymbolicLink(target);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Made by another process meanwhile, or a read-only place: then postgres says which library it misses.
        }
    }

    private static void CopyFile(FileInfo file, string target)
    {
        if (file.LinkTarget is { } linked)
        {
            File.CreateSymbolicLink(target, linked);
            return;
        }

        var mode = file.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? Executable : Readable;
        file.CopyTo(target);
        File.SetUnixFileMode(target, mode);
    }

    private string Version()
    {
        using var description = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "package.json")));
        return description.RootElement.GetProperty("version").GetString()!;
    }

    /// <summary>Copies beside the goal and renames, so that a copy that exists is whole.</summary>
    private void CopyTo(string goal)
    {
        var staging = $"{goal}.{Environment.ProcessId}";
        Directory.CreateDirectory(Path.GetDirectoryName(goal)!, Executable);
        var native = new DirectoryInfo(Native);
        foreach (var file in native.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(staging, "native", Path.GetRelativePath(Native, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!, Executable);
            CopyFile(file, target);
        }

        if (!Directory.Exists(goal))
        {
            Directory.Move(staging, goal);
        }
    }
}
