using System.CommandLine;
using Muster.Domain.Identity;
using Muster.Server.Identity;
using Muster.Storage.Identity;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster token</c>: credentials for programs.</summary>
public static class TokenCommand
{
    private const int MostListed = 500;

    public static Command Create() => new("token", "Manage API clients and their access tokens")
    {
        CreateClient(), CreateList(), CreateRevoke(),
    };

    private static Command CreateClient()
    {
        var command = new Command("create", "Create an API client and print its id and secret");
        var name = new Argument<string>("name") { Description = "What people call the program" };
        var minutes = new Option<int?>("--minutes") { Description = "Life of its access tokens", HelpName = "MINUTES" };
        var env = new Option<FileInfo?>("--env")
        {
            Description = "Write id and secret there instead, as variables of a shell, readable for you alone",
            HelpName = "FILE",
        };
        command.Add(name);
        command.Add(minutes);
        command.Add(env);
        var grants = new GrantFlags(command);
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var services = await CommandServices.OpenAsync(flags, parsed, token);
            var asked = new NewClient(
                parsed.GetRequiredValue(name), parsed.GetValue(minutes),
                await grants.ReadAsync(parsed, services.Get<AccessRoleStore>(), token));
            // Before the client is made: a secret that cannot be written is lost.
            await using var kept = parsed.GetValue(env) is { } file ? OpenPrivate(file) : null;
            var (client, secret) = await services.WriteAsync(
                (transaction, stop) =>
                    services.Get<ApiClients>().CreateAsync(transaction, asked, Granter.CommandLine, stop),
                token);
            if (kept is not null)
            {
                await kept.WriteAsync(
                    $"export {NodeFlags.ClientVariable}={client.PublicId}\n"
                    + $"export {FeedCommand.SecretVariable}={secret}\n");
                var place = parsed.GetValue(env);
                Terminal.Out.WriteLine($"Id and secret stand in {place}. In a shell: . {place}");
                return;
            }

            Terminal.Out.MarkupLineInterpolated($"client_id     [bold]{client.PublicId}[/]");
            Terminal.Out.MarkupLineInterpolated($"client_secret [bold]{secret}[/] (shown once)");
            const string form = "grant_type=client_credentials";
            Terminal.Out.MarkupLineInterpolated(
                $"Get a token: curl -d {form} -u {client.PublicId}:SECRET http://HOST/oauth/token");
        });
        return command;
    }

    private static StreamWriter OpenPrivate(FileInfo file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                // One that others can read already would stay as it is.
                file.Delete();
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return new StreamWriter(file.FullName, options);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"{file.FullName} cannot be written: {problem.Message}",
                "Maybe name a file in a folder of your own. Nothing was created.", problem);
        }
    }

    private static Command CreateList()
    {
        var command = new Command("list", "List the API clients and when they were last used");
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var services = await CommandServices.OpenAsync(flags, parsed, token);
            var table = Terminal.Table("name", "client_id", "state", "rights", "token life (min)", "last used");
            var clients = await services.Get<ClientStore>().ListAsync(new ClientId(Guid.Empty), MostListed, token);
            foreach (var client in clients)
            {
                table.AddRow(
                    new Text(client.Name),
                    new Text(client.PublicId),
                    new Text(client.Disabled ? "disabled" : "active"),
                    new Text(string.Join(", ", client.Grants.Select(grant => grant.RoleName))),
                    new Text($"{client.TokenMinutes}"),
                    new Text($"{client.LastUsedAt:yyyy-MM-dd HH:mm}"));
            }

            Terminal.Out.Write(table);
        });
        return command;
    }

    private static Command CreateRevoke()
    {
        var command = new Command("revoke", "Disable an API client and revoke all its tokens");
        var name = new Argument<string>("name");
        command.Add(name);
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var services = await CommandServices.OpenAsync(flags, parsed, token);
            var asked = parsed.GetRequiredValue(name);
            var client = await services.Get<ClientStore>().FindByNameAsync(asked, token)
                ?? throw new StartRefusedException(
                    $"There is no API client \"{asked}\".", "Maybe look at `muster token list`.");
            var change = new ClientChange(null, null, null, Disabled: true);
            await services.WriteAsync(
                (transaction, stop) =>
                    services.Get<ApiClients>().ChangeAsync(transaction, client.Id, change, Granter.CommandLine, stop),
                token);
            await Console.Out.WriteLineAsync($"{client.Name} is disabled and its tokens are revoked.");
        });
        return command;
    }
}
