using System.CommandLine;
using Muster.Domain.Time;
using Muster.Server.Demo;
using Muster.Server.Demo.Content;
using Muster.Server.Host;
using Muster.Server.Options;
using NodaTime;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>
/// <c>muster demo</c>: a node with a contact centre and accounts to look around with, in a data directory of its own.
/// </summary>
public static class DemoCommand
{
    // The centre has two units, and both are built at once.
    private static readonly OptionSetting Slots = new("Builder:Slots", "2", "muster demo");

    private static readonly Option<bool> AccountsOnly = new("--accounts-only")
    {
        Description = "Only the accounts: no contact centre is built",
    };

    private static readonly Option<bool> Reset = new("--reset")
    {
        Description = "Delete what an earlier demonstration made, and begin anew",
    };

    private static readonly Option<string?> Zone = new("--zone")
    {
        Description = "Time zone of the contact centre, such as Europe/Berlin; this machine's when absent",
        HelpName = "ZONE",
    };

    public static Command Create()
    {
        var command = new Command("demo", "Run Muster with a bank's contact centre, ready to sign in")
        {
            AccountsOnly, Reset, Zone,
        };
        var flags = new OptionFlags(command, serves: true, [DemoPlace.Directory, Slots]);
        command.SetAction((parsed, token) => RunAsync(flags.Load(parsed), parsed, token));
        return command;
    }

    private static async Task<int> RunAsync(OptionSet options, ParseResult parsed, CancellationToken token)
    {
        var zone = ZoneOf(parsed.GetValue(Zone));
        if (parsed.GetValue(Reset))
        {
            await DemoPlace.ResetAsync(options, TimeProvider.System, token);
        }

        await DemoPlace.ClaimAsync(options, token);
        var telephones = Task.CompletedTask;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(token);
        try
        {
            return await ServeCommand.RunAsync(
                options,
                async (host, _) => telephones =
                    await WelcomeAsync(host, parsed.GetValue(AccountsOnly) ? null : zone, ending.Token),
                token);
        }
        finally
        {
            // However the node came to its end.
            await ending.CancelAsync();
            await telephones;
        }
    }

    /// <param name="zone">Of the contact centre; null: none is to be built.</param>
    /// <returns>The telephones, which go on.</returns>
    private static async Task<Task> WelcomeAsync(MusterHost host, DateTimeZone? zone, CancellationToken token)
    {
        if (host.FirstSignIn is null && !await DemoAccounts.AreThereAsync(host.Services, token))
        {
            throw new StartRefusedException(
                "The database holds users that no demonstration has made.",
                "Maybe name another database: everybody knows the demonstration's passwords.");
        }

        await DemoAccounts.EnsureAsync(host.Services, token);
        var centre = zone is null ? null : await BuildAsync(host, zone, token);
        if (token.IsCancellationRequested)
        {
            return Task.CompletedTask;
        }

        var table = Terminal.Table("sign in as", "password", "who that is");
        foreach (var account in DemoAccounts.All)
        {
            table.AddRow(account.UserName, DemoAccounts.Password, account.DisplayName);
        }

        Terminal.Out.Write(table);
        Terminal.Out.MarkupLineInterpolated($"Muster is at [bold]{host.Address}[/]. Ctrl+C stops it.");
        return centre is { } unit
            ? new DemoTelephones(host.Address, unit, TimeProvider.System, Terminal.Out.WriteLine).RunAsync(token)
            : Task.CompletedTask;
    }

    /// <returns>Its business unit; null when there is none to go on with.</returns>
    private static async Task<Guid?> BuildAsync(MusterHost host, DateTimeZone zone, CancellationToken token)
    {
        try
        {
            var content = await CentreContent.LoadAsync(SampleFile.Folder, token);
            var building = new CentreBuilding(content, SampleFile.Folder, zone, TimeProvider.System);
            var (unit, sentence) = await building.RunAsync(host.Address, CentreTelling.RunAsync, token);
            Terminal.Out.WriteLine(sentence);
            return unit;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            Terminal.Out.WriteLine("Stopped. The next muster demo goes on from here.");
            return null;
        }
    }

    // Machines without a zone say Etc/UTC, browsers on them UTC: pages need not tell these apart.
    private static DateTimeZone ZoneOf(string? given) => given is not null
        ? TimeZones.Find(given).OrRefuse()
        : TimeZones.Find(TimeZoneInfo.Local.Id) is { Refused: null, Value.Id: not "Etc/UTC" } own
            ? own.Value
            : DateTimeZone.Utc;
}
