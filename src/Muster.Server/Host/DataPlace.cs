using Muster.Server.Options;

namespace Muster.Server.Host;

/// <summary>
/// Where the data directory is when nobody said: by the XDG convention; for root where a service keeps its state.
/// </summary>
public static class DataPlace
{
    public static string Of(DataOptions options) => Path.GetFullPath(options.Directory is { Length: > 0 } given ? given
        : Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } xdg ? Path.Combine(xdg, "muster")
        : Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? "/var/lib/muster"
        : Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify),
            ".local", "share", "muster"));
}
