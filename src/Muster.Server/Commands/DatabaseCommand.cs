using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Muster.Server.Host;
using Muster.Storage.BuiltIn;
using Muster.Storage.Health;
using Muster.Storage.Migrations;

namespace Muster.Server.Commands;

/// <summary><c>muster database</c>: where the database is and how it stands.</summary>
public static class DatabaseCommand
{
    public static Command Create() => new("database", "Look at the database")
    {
        CreateUrl(), CreateStatus(), CreateMigrate(),
        DatabaseCopyCommands.CreateBackup(), DatabaseCopyCommands.CreateMove(),
    };

    private static Command CreateUrl()
    {
        var command = new Command("url", "Print how psql connects to the database of the running node");
        var flags = new OptionFlags(command);
        command.SetAction(parsed =>
        {
            var options = flags.Load(parsed);
            var url = options.Database.Connection.Length > 0
                ? Storage.Database.UrlOf(options.Database.Connection)
                : BuiltInPostgres.Look(DataPlace.Of(options.Data)) switch
                {
                    PostgresLook.Running running => running.Url,
                    PostgresLook.Absent absent => throw new StartRefusedException(absent.Reason),
                    _ => throw new NotSupportedException(),
                };
            Console.Out.WriteLine(url);
        });
        return command;
    }

    private static Command CreateStatus()
    {
        var command = new Command("status", "Print version, size and schema of the database");
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var home = await BorrowAsync(flags, parsed, token);
            var facts = await new HealthStore(home.Database).ReadFactsAsync(token);
            await Console.Out.WriteLineAsync(
                $"PostgreSQL {facts.Version} at {home.Database.Description}\n"
                + $"schema {facts.SchemaVersion} of {MigrationList.All.Count}, {facts.SizeBytes / 1e6:0.0} MB");
        });
        return command;
    }

    private static Command CreateMigrate()
    {
        var command = new Command("migrate", "Bring the schema up to this version (serve does so by itself)");
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var home = await BorrowAsync(flags, parsed, token);
            await Console.Out.WriteLineAsync($"The schema is at {MigrationList.All.Count}.");
        });
        return command;
    }

    private static Task<DatabaseHome> BorrowAsync(OptionFlags flags, ParseResult parsed, CancellationToken token) =>
        StartRefusal.TranslateAsync(
            stop => DatabaseHome.BorrowAsync(
                flags.Load(parsed), TimeProvider.System, NullLoggerFactory.Instance, stop),
            token);
}
