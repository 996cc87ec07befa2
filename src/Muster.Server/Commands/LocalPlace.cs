using Muster.Server.Demo;
using Muster.Server.Host;
using Muster.Server.Local;
using Muster.Server.Options;

namespace Muster.Server.Commands;

/// <summary>Where a local cluster lives: beside the real data, never in it.</summary>
internal static class LocalPlace
{
    public static OptionSetting Directory { get; } =
        new("Data:Directory", DataPlace.Of(new DataOptions()) + "-cluster", "muster cluster up");

    /// <exception cref="StartRefusedException">This machine cannot run one.</exception>
    public static void RequireLinux(string command)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new StartRefusedException(
                $"{command} needs Linux: it looks after its processes through /proc.",
                "Maybe start the nodes one by one: muster serve --set Database:Connection=...");
        }
    }

    /// <summary>
    /// Where the cluster runs that is meant: the directory that was given, else whichever of the usual two has one.
    /// </summary>
    public static string DirectoryOf(OptionSet options)
    {
        var given = DataPlace.Of(options.Data);
        return given == Directory.Value && FindRunning() is { } running ? running.Directory : given;
    }

    /// <summary>The same options, with a running local cluster's database when none is named.</summary>
    public static OptionSet Prefer(OptionSet options)
    {
        var isGiven = options.Database.Connection.Length > 0
            || options.Effective.Any(option => option.Option.Key == "Data:Directory" && option.Source != "default");
        return !isGiven && FindRunning() is var (_, file)
            ? OptionReader.Read([new OptionSetting("Database:Connection", file.Connection, "the local cluster")])
            : options;
    }

    private static (string Directory, LocalClusterFile File)? FindRunning()
    {
        foreach (var directory in (string[])[Directory.Value, DemoPlace.Directory.Value])
        {
            if (LocalClusterFile.Find(directory) is { IsOwned: true } file)
            {
                return (directory, file);
            }
        }

        return null;
    }
}
