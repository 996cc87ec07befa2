using Muster.Server.Host;
using Muster.Server.Local;
using Muster.Server.Options;

namespace Muster.Server.Commands;

/// <summary>Where a local cluster lives: beside the real data, never in it.</summary>
internal static class LocalPlace
{
    public static OptionSetting Directory { get; } =
        new("Data:Directory", DataPlace.Of(new DataOptions()) + "-cluster", "muster cluster up");

    /// <summary>The same options, with a running local cluster's database when none is named.</summary>
    public static OptionSet Prefer(OptionSet options)
    {
        var isGiven = options.Database.Connection.Length > 0
            || options.Effective.Any(option => option.Option.Key == "Data:Directory" && option.Source != "default");
        return !isGiven && FindRunning() is { } file
            ? OptionReader.Read([new OptionSetting("Database:Connection", file.Connection, "the local cluster")])
            : options;
    }

    private static LocalClusterFile? FindRunning() =>
        LocalClusterFile.Find(Directory.Value) is { } file && LocalProcess.StateOf(file.OwnerId) != LocalNodeState.Gone
            ? file
            : null;
}
