using System.CommandLine;
using Muster.Domain.Identity;
using Muster.Server.Identity;
using Muster.Storage.Identity;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster user</c>: accounts, for whoever has the machine.</summary>
public static class UserCommand
{
    public static Command Create() => new("user", "Manage user accounts")
    {
        CreateAdd(),
        CreateList(),
        CreateGrant(),
        CreateChange("disable", "Disable an account and end its sessions", disabled: true),
        CreateChange("enable", "Enable a disabled account", disabled: false),
        CreateReset(),
    };

    private static Command CreateAdd()
    {
        var command = new Command("add", "Add an account and print its first password");
        var name = Add(command, new Argument<string>("user-name") { Description = "What the person types to sign in" });
        var display = new Option<string?>("--name")
        {
            Description = "Full name; the user name when absent",
            HelpName = "NAME",
        };
        var email = new Option<string?>("--email") { Description = "E-mail address", HelpName = "ADDRESS" };
        command.Add(display);
        command.Add(email);
        var grants = new GrantFlags(command);
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var services = await CommandServices.OpenAsync(flags, parsed, token);
            var asked = await grants.ReadAsync(parsed, services.Get<AccessRoleStore>(), token);
            var userName = parsed.GetRequiredValue(name);
            var account = new NewAccount(userName, parsed.GetValue(display) ?? userName, parsed.GetValue(email), asked);
            var made = await services.WriteAsync(
                (transaction, stop) =>
                    services.Get<UserAccounts>().CreateAsync(transaction, account, Granter.CommandLine, stop),
                token);
            SayPassword(made.User, made.FirstPassword);
        });
        return command;
    }

    private static Command CreateList()
    {
        var command = new Command("list", "List the accounts");
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var services = await CommandServices.OpenAsync(flags, parsed, token);
            var table = Terminal.Table("user name", "name", "e-mail", "state", "rights", "last sign-in");
            await foreach (var user in UserPages.AllAsync(services.Get<UserStore>(), token))
            {
                table.AddRow(
                    new Text(user.UserName),
                    new Text(user.DisplayName),
                    new Text(user.Email ?? ""),
                    new Text(user.Disabled ? "disabled" : user.MustChangePassword ? "first password" : "active"),
                    new Text(string.Join(", ", user.Grants.Select(grant => grant.RoleName))),
                    new Text($"{user.LastSignedInAt:yyyy-MM-dd HH:mm}"));
            }

            Terminal.Out.Write(table);
        });
        return command;
    }

    private static Command CreateGrant()
    {
        var command = new Command("grant", "Replace the rights of an account by those given; none takes all away");
        var name = Add(command, new Argument<string>("user-name"));
        var grants = new GrantFlags(command);
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var services = await CommandServices.OpenAsync(flags, parsed, token);
            var change = new GrantChange(null, await grants.ReadAsync(parsed, services.Get<AccessRoleStore>(), token));
            var user = await FindAsync(services, parsed.GetRequiredValue(name), token);
            var changed = await services.WriteAsync(
                (transaction, stop) =>
                    services.Get<UserAccounts>().GrantAsync(transaction, user.Id, change, Granter.CommandLine, stop),
                token);
            await Console.Out.WriteLineAsync(changed.Grants.Count == 0
                ? $"{changed.UserName} has no rights."
                : $"{changed.UserName} is {string.Join(", ", changed.Grants.Select(grant => grant.RoleName))}.");
        });
        return command;
    }

    private static Command CreateChange(string verb, string description, bool disabled)
    {
        var command = new Command(verb, description);
        var name = Add(command, new Argument<string>("user-name"));
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var services = await CommandServices.OpenAsync(flags, parsed, token);
            var user = await FindAsync(services, parsed.GetRequiredValue(name), token);
            var change = new AccountChange(null, null, null, disabled);
            await services.WriteAsync(
                (transaction, stop) =>
                    services.Get<UserAccounts>().ChangeAsync(transaction, user.Id, change, Granter.CommandLine, stop),
                token);
            await Console.Out.WriteLineAsync($"{user.UserName} is {verb}d.");
        });
        return command;
    }

    private static Command CreateReset()
    {
        var command = new Command("reset-password", "Give an account a new first password and end its sessions");
        var name = Add(command, new Argument<string>("user-name"));
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var services = await CommandServices.OpenAsync(flags, parsed, token);
            var user = await FindAsync(services, parsed.GetRequiredValue(name), token);
            var reset = await services.WriteAsync(
                (transaction, stop) =>
                    services.Get<UserAccounts>().ResetPasswordAsync(transaction, user.Id, Granter.CommandLine, stop),
                token);
            SayPassword(reset.User, reset.FirstPassword);
        });
        return command;
    }

    private static Argument<string> Add(Command command, Argument<string> argument)
    {
        command.Add(argument);
        return argument;
    }

    private static async Task<User> FindAsync(CommandServices services, string userName, CancellationToken token) =>
        await services.Get<UserStore>().FindByNameAsync(userName, token)
        ?? throw new StartRefusedException($"There is no user \"{userName}\".", "Maybe look at `muster user list`.");

    private static void SayPassword(User user, string password)
    {
        const string note = "shown once; to be changed at the first sign-in";
        Terminal.Out.MarkupLineInterpolated(
            $"User [bold]{user.UserName}[/], first password [bold]{password}[/] ({note}).");
    }
}
