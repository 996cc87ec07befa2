using Microsoft.Extensions.Logging.Abstractions;
using Muster.Server.Host;
using Muster.Server.Local;
using Muster.Server.Options;
using Muster.Storage.BuiltIn;

namespace Muster.Server.Demo;

/// <summary>The demonstration lives beside the real data, never in it.</summary>
public static class DemoPlace
{
    // In a directory that a demonstration has made, so that no other one is ever emptied.
    private const string Mark = "demonstration";
    private const string OptionsFile = "muster.json";

    // What a node with a built-in PostgreSQL makes there. Anything else is somebody's own.
    private static readonly string[] Made =
    [
        "postgres", "postgres.new", "socket", "ballast", "muster.lock", "pg_hba.conf", "pg_ident.conf", "cluster.json",
    ];

    // What the nodes of --cluster make there: a directory and a log each.
    private static readonly string[] MadeByNodes = ["server-", "aggregator-", "builder-"];

    public static OptionSetting Directory { get; } =
        new("Data:Directory", DataPlace.Of(new DataOptions()) + "-demo", "muster demo");

    /// <summary>Notes, before anything is made there, that the data in the directory are a demonstration's.</summary>
    /// <exception cref="StartRefusedException">There are data, and they are no demonstration's.</exception>
    public static async Task ClaimAsync(OptionSet options, CancellationToken token)
    {
        var directory = DataPlace.Of(options.Data);
        if (options.Database.Connection.Length > 0 || IsOfDemo(directory))
        {
            return;
        }

        Require(
            !DataOf(directory).Any(), $"{directory} holds data that no demonstration has made.",
            "Maybe name another directory with --data: everybody knows the demonstration's passwords.");
        BuiltInPostgres.MakeDirectory(directory);
        await File.WriteAllTextAsync(
            Path.Combine(directory, Mark),
            "muster demo made the data in this directory; muster demo --reset deletes them.\n", token);
    }

    /// <summary>Deletes the data of an earlier demonstration; the options file stays.</summary>
    /// <exception cref="StartRefusedException">They are no demonstration's, or somebody uses them.</exception>
    public static async Task ResetAsync(OptionSet options, TimeProvider time, CancellationToken token)
    {
        var directory = DataPlace.Of(options.Data);
        Require(
            options.Database.Connection.Length == 0, "--reset does not empty an external database.",
            "Maybe drop its schemas \"muster\" and \"directory\" by hand, or leave --database out.");
        if (!DataOf(directory).Any())
        {
            return;
        }

        Require(
            IsOfDemo(directory),
            $"{directory} was not made by muster demo, so --reset does not delete what is in it.",
            "Maybe --data names another directory than you meant.");
        await EndAsync(options, directory, time, token);
        // The mark goes last: what was stopped in the middle can be done again.
        foreach (var entry in DataOf(directory).Where(IsMade).ToList())
        {
            if (entry is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }

        File.Delete(Path.Combine(directory, Mark));
    }

    /// <summary>Ends the nodes of a --cluster that was killed: they have gone on without it.</summary>
    public static async Task EndLeftoversAsync(OptionSet options, TimeProvider time, CancellationToken token)
    {
        var directory = DataPlace.Of(options.Data);
        if (IsOfDemo(directory) && LocalClusterFile.Find(directory) is { IsOwned: false })
        {
            await LocalCluster.EndLeftoversAsync(directory, time, token);
            LocalClusterFile.Remove(directory);
        }
    }

    private static bool IsMade(FileSystemInfo entry) => Made.Contains(entry.Name)
        || MadeByNodes.Any(name => entry.Name.StartsWith(name, StringComparison.Ordinal));

    private static bool IsOfDemo(string directory) =>
        directory == Directory.Value || File.Exists(Path.Combine(directory, Mark));

    // Who starts it has it alone, and has ended what a killed one left behind.
    private static async Task EndAsync(
        OptionSet options, string directory, TimeProvider time, CancellationToken token)
    {
        try
        {
            var settings = new BuiltInPostgresSettings
            {
                DataDirectory = directory,
                RunAsUser = options.Database.RunAs is { Length: > 0 } user ? user : null,
            };
            await using var last = await BuiltInPostgres.StartAsync(
                settings, time, NullLogger<BuiltInPostgres>.Instance, token);
        }
        catch (BuiltInPostgresException used) when (used.Failure == BuiltInPostgresFailure.InUse)
        {
            throw new StartRefusedException(
                $"{directory} is in use: {used.Message.Split('\n')[0]}", "Maybe stop the demonstration that runs.",
                used);
        }
        catch (BuiltInPostgresException)
        {
            // What cannot be started any more can be deleted.
        }
    }

    private static IEnumerable<FileSystemInfo> DataOf(string directory) =>
        System.IO.Directory.Exists(directory)
            ? new DirectoryInfo(directory).EnumerateFileSystemInfos().Where(entry => entry.Name != OptionsFile)
            : [];

    private static void Require(bool holds, string sentence, string advice)
    {
        if (!holds)
        {
            throw new StartRefusedException(sentence, advice);
        }
    }
}
