using Muster.Server.Demo;
using Muster.Server.Demo.Content;
using NodaTime;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>What visitors of the demonstration find: the contact centre, the accounts, telephones that ring.</summary>
/// <param name="zone">Of the contact centre; null: none is to be built.</param>
/// <param name="speed">How many times as fast as the clock the day so far is told; null: at once.</param>
internal sealed class DemoVisit(DateTimeZone? zone, double? speed)
{
    /// <param name="isEmpty">Whether the installation had no users before.</param>
    /// <exception cref="StartRefusedException">The users are somebody else's.</exception>
    public static async Task EnsureAccountsAsync(IServiceProvider services, bool isEmpty, CancellationToken token)
    {
        if (!isEmpty && !await DemoAccounts.AreThereAsync(services, token))
        {
            throw new StartRefusedException(
                "The database holds users that no demonstration has made.",
                "Maybe name another database: everybody knows the demonstration's passwords.");
        }

        await DemoAccounts.EnsureAsync(services, token);
    }

    /// <param name="nodes">Servers of the demonstration; the others are asked when the first does not answer.</param>
    /// <returns>The telephones, which go on.</returns>
    public async Task<Task> WelcomeAsync(IReadOnlyList<Uri> nodes, CancellationToken token)
    {
        var centre = zone is null ? null : await BuildAsync(nodes, zone, token);
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
        Terminal.Out.MarkupLineInterpolated($"Muster is at [bold]{nodes[0]}[/]. Ctrl+C stops it.");
        return centre is { } unit
            ? new DemoTelephones(nodes, unit, speed, TimeProvider.System, Terminal.Out.WriteLine).RunAsync(token)
            : Task.CompletedTask;
    }

    /// <returns>Its business unit; null when there is none to go on with.</returns>
    private static async Task<Guid?> BuildAsync(
        IReadOnlyList<Uri> nodes, DateTimeZone zone, CancellationToken token)
    {
        try
        {
            var content = await CentreContent.LoadAsync(SampleFile.Folder, token);
            var building = new CentreBuilding(content, SampleFile.Folder, zone, TimeProvider.System);
            var (unit, sentence) = await building.RunAsync(nodes, CentreTelling.RunAsync, token);
            Terminal.Out.WriteLine(sentence);
            return unit;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            Terminal.Out.WriteLine("Stopped. The next muster demo goes on from here.");
            return null;
        }
    }
}
