using System.CommandLine;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>
/// <c>muster staffing</c>: agents with several skills, by simulation, from a forecast in the database of a node.
/// </summary>
public static class StaffingCommand
{
    public static Command Create() => new("staffing", "Staff planning groups that share agents with several skills")
    {
        CreateAgents(), CreateRequire(), CreateReach(),
    };

    private static Command CreateAgents()
    {
        var command = new Command("agents", "List people by the planning groups that they have the skills for");
        return Asking(command, new StaffingFlags(command), async (order, asking, token) =>
        {
            StaffingTables.Tell(order, asking, await asking.PeopleAsync(token));
            return 0;
        });
    }

    private static Command CreateRequire()
    {
        var command = new Command("require", "Look for the fewest agents of several groups together, by interval");
        var flags = new StaffingFlags(command).WithWindow().WithGroups("NAME=PLANNING GROUP,...").WithCalls();
        return Asking(command, flags, async (order, asking, token) =>
        {
            var groups = await asking.GroupsAsync(token);
            var found = await ShowingAsync(
                "Simulating", step => asking.RequireAsync(groups, step, token));
            StaffingTables.Tell(order, asking, found);
            return found.IsWhole ? 0 : MusterCommand.Failed;
        });
    }

    private static Command CreateReach()
    {
        var command = new Command("reach", "Simulate what given agents reach in a part of a day");
        var flags = new StaffingFlags(command).WithWindow().WithGroups("NAME=PLANNING GROUP,...:AGENTS").WithVolume();
        return Asking(command, flags, async (order, asking, token) =>
        {
            var groups = await asking.GroupsAsync(token);
            StaffingTables.Tell(order, asking, await ShowingAsync(
                "Simulating", _ => asking.ReachAsync(groups, token)));
            return 0;
        });
    }

    /// <summary>A command that asks the database of a node for what the flags say.</summary>
    private static Command Asking(
        Command command, StaffingFlags flags,
        Func<StaffingOrder, StaffingAsking, CancellationToken, Task<int>> ask)
    {
        var options = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            var order = flags.Read(parsed);
            await using var services = await CommandServices.OpenAsync(options, parsed, token);
            return await ask(order, await StaffingAsking.OpenAsync(services, order, token), token);
        });
        return command;
    }

    /// <param name="work">Tells the parts of 1 that are done.</param>
    private static Task<T> ShowingAsync<T>(string what, Func<Action<double>, Task<T>> work) =>
        Console.IsErrorRedirected
            ? work(_ => { })
            : Terminal.Error.Progress().AutoClear(true).HideCompleted(true).StartAsync(progress =>
            {
                var task = progress.AddTask(what);
                return work(done => task.Value(100 * done));
            });
}
