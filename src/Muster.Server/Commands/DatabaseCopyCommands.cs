using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Muster.Server.Host;
using Muster.Server.Options;
using Muster.Storage;
using Muster.Storage.BuiltIn;
using Muster.Storage.Migrations;
using Muster.Storage.Moves;

namespace Muster.Server.Commands;

/// <summary><c>muster database backup</c> and <c>muster database move</c>.</summary>
internal static class DatabaseCopyCommands
{
    public static Command CreateBackup()
    {
        var command = new Command("backup", "Copy the running built-in PostgreSQL, which goes on working");
        var target = new Argument<string>("DIR") { Description = "A new data directory: serve --data DIR starts it" };
        var flags = new OptionFlags(command);
        command.Add(target);
        command.SetAction(async (parsed, token) =>
        {
            var options = flags.Load(parsed);
            if (options.Database.Connection.Length > 0)
            {
                throw new StartRefusedException(
                    $"{Database.DescriptionOf(options.Database.Connection)} is not the built-in PostgreSQL.",
                    "Maybe back it up as your other databases; docs/operations.md names ways.");
            }

            var directory = Path.GetFullPath(parsed.GetRequiredValue(target));
            var bytes = await StartRefusal.TranslateAsync(
                stop => ClusterBackup.RunAsync(DataPlace.Of(options.Data), directory, stop), token);
            await Console.Out.WriteLineAsync(FormattableString.Invariant(
                $"{bytes / 1e6:0.0} MB are in {directory}.\nTry it: muster serve --data {directory} --urls ..."));
        });
        return command;
    }

    public static Command CreateMove()
    {
        var command = new Command("move", "Take all data to another PostgreSQL, of any version from 15 on");
        var target = new Argument<string>("CONNECTION")
        {
            Description = "Of an empty database, such as \"Host=db1;Username=muster;Password=...;Database=muster\"",
        };
        var flags = new OptionFlags(command);
        command.Add(target);
        command.SetAction(async (parsed, token) =>
        {
            var to = parsed.GetRequiredValue(target);
            var tables = await StartRefusal.TranslateAsync(stop => MoveAsync(flags.Load(parsed), to, stop), token);
            await Console.Out.WriteLineAsync(
                $"{tables} tables are in {Database.DescriptionOf(to)}; they are still where they were, too.\n"
                + "Name it to the nodes from now on: --database, or MUSTER_DATABASE__CONNECTION.");
        });
        return command;
    }

    // As a node opens both, so a node that runs on the built-in PostgreSQL is in the way and named.
    private static async Task<int> MoveAsync(OptionSet options, string connection, CancellationToken token)
    {
        await using var home = await DatabaseHome.OpenAsync(
            options, TimeProvider.System, NullLoggerFactory.Instance, token);
        await using var target = Database.Open(new DatabaseSettings(
            connection, "muster move", TimeSpan.FromSeconds(options.Database.CommandTimeout), MaxConnections: 2));
        await target.CheckAsync(token);
        await new Migrator(target, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(token);
        return await DatabaseMove.RunAsync(home.Database, target, token);
    }
}
