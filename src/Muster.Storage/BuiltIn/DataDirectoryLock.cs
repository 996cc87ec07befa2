using System.Globalization;
using System.Text;

namespace Muster.Storage.BuiltIn;

/// <summary>
/// The right to a data directory, held by at most one process and given up by its death, however it dies: the kernel
/// holds it, and programs started by Muster do not inherit it. The file holds the owner's process id, for people.
/// </summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private const int LongestNumber = 10;

    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    public static DataDirectoryLock Take(DataDirectory directory)
    {
        try
        {
            // Never deleted: a deleted file could be locked by one process while another makes it anew.
            var file = new FileStream(directory.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            Name(file, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataDirectoryLock(file);
        }
        catch (UnauthorizedAccessException error)
        {
            throw BuiltInPostgresException.Unusable(directory.Path, error);
        }
        catch (IOException error) when (Holder(directory) is not { Length: > 0 })
        {
            throw BuiltInPostgresException.Unusable(directory.Path, error);
        }
        catch (IOException)
        {
            throw BuiltInPostgresException.HeldBy(directory.Path, Holder(directory));
        }
    }

    public void Dispose()
    {
        Name(_file, "");
        _file.Dispose();
    }

    // Always the same length in the same place, which needs no new block: the disk may be full.
    private static void Name(FileStream file, string holder)
    {
        file.Position = 0;
        file.Write(Encoding.ASCII.GetBytes(holder.PadRight(LongestNumber) + "\n"));
        file.Flush();
    }

    private static string Holder(DataDirectory directory)
    {
        if (!File.Exists(directory.LockFile))
        {
            return "";
        }

        // .NET would ask for a lock to read it, which its holder does not share.
        using var file = new FileStream(Posix.OpenWithoutLock(directory.LockFile), FileAccess.Read);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Trim();
    }
}
