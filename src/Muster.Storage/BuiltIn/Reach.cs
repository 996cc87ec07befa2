namespace Muster.Storage.BuiltIn;

/// <summary>Whether every user of the machine can get at a path, judged by the mode bits alone.</summary>
internal static class Reach
{
    public static bool IsOpenToAll(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (!folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }
}
