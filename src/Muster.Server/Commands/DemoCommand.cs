using System.CommandLine;
using Muster.Domain.Time;
using Muster.Server.Demo;
using Muster.Server.Host;
using Muster.Server.Options;
using Muster.Server.Simulate;
using NodaTime;

namespace Muster.Server.Commands;

/// <summary>
/// <c>muster demo</c>: a node, or with --cluster several, with a contact centre and accounts to look around with, in a
/// data directory of its own.
/// </summary>
public static class DemoCommand
{
    // The centre has two units, and both are built at once.
    private static readonly OptionSetting Slots = new("Builder:Slots", "2", "muster demo");

    private static readonly Option<bool> AccountsOnly = new("--accounts-only")
    {
        Description = "Only the accounts: no contact centre is built",
    };

    private static readonly Option<bool> Cluster = new("--cluster")
    {
        Description = "Two servers, three builders and what else a cluster has, each a process that may be killed",
    };

    private static readonly Option<bool> Reset = new("--reset")
    {
        Description = "Delete what an earlier demonstration made, and begin anew",
    };

    private static readonly Option<double?> Speed = new("--speed")
    {
        Description = "Let the day so far pass so many times as fast as the clock; it is told at once when absent",
        HelpName = "FACTOR",
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
            AccountsOnly, Cluster, Reset, Speed, Zone,
        };
        var flags = new OptionFlags(command, serves: true, [DemoPlace.Directory, Slots]);
        command.SetAction((parsed, token) => RunAsync(flags, parsed, token));
        return command;
    }

    private static async Task<int> RunAsync(OptionFlags flags, ParseResult parsed, CancellationToken token)
    {
        var options = flags.Load(parsed);
        var visit = new DemoVisit(
            parsed.GetValue(AccountsOnly) ? null : ZoneOf(parsed.GetValue(Zone)), SpeedOf(parsed.GetValue(Speed)));
        var plan = parsed.GetValue(Cluster) ? DemoCluster.PlanOf(options, flags.Given(parsed)) : null;
        await DemoPlace.EndLeftoversAsync(options, TimeProvider.System, token);
        if (parsed.GetValue(Reset))
        {
            await DemoPlace.ResetAsync(options, TimeProvider.System, token);
        }

        await DemoPlace.ClaimAsync(options, token);
        return plan is null
            ? await RunAloneAsync(options, visit, token)
            : await new DemoCluster(options, plan, visit).RunAsync(token);
    }

    private static async Task<int> RunAloneAsync(OptionSet options, DemoVisit visit, CancellationToken token)
    {
        var telephones = Task.CompletedTask;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(token);
        try
        {
            return await ServeCommand.RunAsync(
                options,
                async (host, _) => telephones = await WelcomeAsync(host, visit, ending.Token),
                token);
        }
        finally
        {
            // However the node came to its end.
            await ending.CancelAsync();
            await telephones;
        }
    }

    private static async Task<Task> WelcomeAsync(MusterHost host, DemoVisit visit, CancellationToken token)
    {
        await DemoVisit.EnsureAccountsAsync(host.Services, isEmpty: host.FirstSignIn is not null, token);
        return await visit.WelcomeAsync([host.Address], token);
    }

    // Refused before anything is built.
    private static double? SpeedOf(double? given) => SimulateOptions.CheckSpeed(given) is { } wrong
        ? throw new StartRefusedException(RefusalText.Of(wrong))
        : given;

    // Machines without a zone say Etc/UTC, browsers on them UTC: pages need not tell these apart.
    private static DateTimeZone ZoneOf(string? given) => given is not null
        ? TimeZones.Find(given).OrRefuse()
        : TimeZones.Find(TimeZoneInfo.Local.Id) is { Refused: null, Value.Id: not "Etc/UTC" } own
            ? own.Value
            : DateTimeZone.Utc;
}
