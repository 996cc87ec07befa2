using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Muster.Storage.BuiltIn;

/// <summary>The few calls of the C library that .NET does not offer; each is the same on Linux and macOS.</summary>
internal static partial class Posix
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;

    private const int LongestPath = 4096;

    /// <summary>Sends a signal; a process that is already gone is not an error.</summary>
    public static void Signal(int process, int signal) => _ = kill(process, signal);

    /// <summary>Makes a directory that only its owner may enter; fails when anything of that name exists.</summary>
    public static void MakePrivateDirectory(string path)
    {
        const uint OwnerOnly = 0b111_000_000;
        ThrowOnError(mkdir(path, OwnerOnly), path);
    }

    public static void ChangeOwner(string path, uint user, uint group) => ThrowOnError(lchown(path, user, group), path);

    /// <summary>Makes renames in a directory survive a power cut.</summary>
    public static void FlushDirectory(string path)
    {
        using var directory = OpenWithoutLock(path);
        _ = fsync(directory);
    }

    /// <summary>Opens for reading a file that may be locked, or a directory.</summary>
    public static SafeFileHandle OpenWithoutLock(string path)
    {
        const int ReadOnly = 0;
        var descriptor = open(path, ReadOnly);
        ThrowOnError(descriptor, path);
        return new SafeFileHandle(descriptor, ownsHandle: true);
    }

    /// <summary>The path without links, as <c>/proc</c> shows it.</summary>
    public static string RealPath(string path)
    {
        var buffer = new byte[LongestPath + 1];
        ThrowOnError(realpath(path, buffer) == 0 ? -1 : 0, path);
        return Encoding.UTF8.GetString(buffer, 0, Array.IndexOf(buffer, (byte)0));
    }

    private static void ThrowOnError(int result, string path)
    {
        if (result < 0)
        {
            throw new IOException($"{path}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

#pragma warning disable IDE1006, SA1300 // The names of the C library.
    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int process, int signal);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int mkdir(string path, uint mode);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int lchown(string path, uint user, uint group);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(SafeFileHandle descriptor);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint realpath(string path, [Out] byte[] resolved);
#pragma warning restore IDE1006, SA1300
}
