namespace Muster.Storage.BuiltIn;

/// <summary>
/// Copies the files of a cluster that is in backup mode: pages may be torn and files may come and go meanwhile, which
/// the log of that time mends when the copy is started.
/// </summary>
internal sealed class ClusterCopy(string from, string to, ClusterUser owner)
{
    private const string Log = "pg_wal";
    private const int SegmentNameLength = 24;

    // Of one run of the server: PostgreSQL makes them anew, and its own backups leave them out too.
    private static readonly string[] Emptied =
    [
        Log, "pg_dynshmem", "pg_notify", "pg_replslot", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans",
    ];

    private static readonly string[] LeftOut =
        ["postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "backup_manifest"];

    private static string ControlFile { get; } = Path.Combine("global", "pg_control");

    public long Bytes { get; private set; }

    /// <summary>All but the log, the file of control last, as recovery counts on.</summary>
    public void CopyContent(CancellationToken token)
    {
        CopyFolder("", token);
        Write(ControlFile, ReadWhole(Path.Combine(from, ControlFile)));
    }

    /// <summary>The segments of the log from the first to the last that the copy needs.</summary>
    /// <exception cref="IOException">One of the two is not there.</exception>
    public void CopyLog(string first, string last, CancellationToken token)
    {
        var names = Directory.EnumerateFiles(Path.Combine(from, Log)).Select(Path.GetFileName).OfType<string>()
            .Where(name => name.Length == SegmentNameLength
                && string.CompareOrdinal(name, first) >= 0 && string.CompareOrdinal(name, last) <= 0)
            .ToHashSet(StringComparer.Ordinal);
        if (!names.Contains(first) || !names.Contains(last))
        {
            throw new IOException($"PostgreSQL's log has not all from {first} to {last}");
        }

        foreach (var name in names)
        {
            CopyFile(Path.Combine(Log, name), token);
        }
    }

    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var path = Path.Combine(to, name);
        File.WriteAllBytes(path, content);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Own(path, content.Length);
    }

    /// <summary>From here on the copy survives a power cut.</summary>
    public void Flush(CancellationToken token)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(to, "*", SearchOption.AllDirectories).Append(to))
        {
            token.ThrowIfCancellationRequested();
            Posix.FlushDirectory(path);
        }
    }

    private void CopyFolder(string folder, CancellationToken token)
    {
        foreach (var entry in new DirectoryInfo(Path.Combine(from, folder)).EnumerateFileSystemInfos())
        {
            var name = Path.Combine(folder, entry.Name);
            if (entry is DirectoryInfo)
            {
                Posix.MakePrivateDirectory(Path.Combine(to, name));
                owner.Own(Path.Combine(to, name));
                CopyUnlessEmptied(name, token);
            }
            else if (!LeftOut.Contains(name) && name != ControlFile && !IsOfOneRun(entry.Name))
            {
                CopyFile(name, token);
            }
        }
    }

    private void CopyUnlessEmptied(string folder, CancellationToken token)
    {
        if (!Emptied.Contains(folder))
        {
            CopyFolder(folder, token);
        }
    }

    private static bool IsOfOneRun(string file) =>
        file.StartsWith("pgsql_tmp", StringComparison.Ordinal)
        || file.StartsWith("pg_internal.init", StringComparison.Ordinal);

    private void CopyFile(string name, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var target = Path.Combine(to, name);
        try
        {
            File.Copy(Path.Combine(from, name), target);
        }
        catch (FileNotFoundException)
        {
            return; // A table that was dropped meanwhile: the log says so too.
        }

        Own(target, new FileInfo(target).Length);
    }

    private void Own(string path, long bytes)
    {
        owner.Own(path);
        Bytes += bytes;
    }

    // The server may be writing it at this moment.
    private static byte[] ReadWhole(string path)
    {
        var read = File.ReadAllBytes(path);
        for (var again = File.ReadAllBytes(path); !again.AsSpan().SequenceEqual(read); again = File.ReadAllBytes(path))
        {
            read = again;
        }

        return read;
    }
}
