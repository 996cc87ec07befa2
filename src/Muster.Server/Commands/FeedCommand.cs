using System.CommandLine;

namespace Muster.Server.Commands;

/// <summary><c>muster feed</c>: sends the lines of a file or of standard input to a node.</summary>
public static class FeedCommand
{
    public const string SecretVariable = "MUSTER_CLIENT_SECRET";

    public static Command Create()
    {
        var command = new Command("feed", "Send events and statistics from a file; goes on after any break");
        var file = new Argument<string>("file")
        {
            Description = "Lines of JSON (docs/events.md); - for standard input",
        };
        var source = new Option<string>("--source")
        {
            Description = "Name of the source; made if there is none",
            HelpName = "NAME",
            Required = true,
        };
        var url = new Option<string>("--url")
        {
            Description = "Address of a node",
            HelpName = "URL",
            DefaultValueFactory = _ => "http://127.0.0.1:7070",
        };
        var tenant = new Option<Guid?>("--tenant-id")
        {
            Description = "The source's tenant; needed when there are several and the source is new",
            HelpName = "ID",
        };
        var client = new Option<string?>("--client-id")
        {
            Description = "The API client that sends, as `muster token create` prints it; "
                + $"{NodeFlags.ClientVariable} in the environment when absent",
            HelpName = "ID",
        };
        var secret = new Option<FileInfo?>("--secret-file")
        {
            Description = $"File with the client's secret; {SecretVariable} in the environment when absent",
            HelpName = "FILE",
        };
        var follow = new Option<bool>("--follow") { Description = "Go on with what is written to the file later" };
        command.Add(file);
        Add(command, source, url, tenant, client, secret, follow);
        command.SetAction((parsed, token) => FeedRun.RunAsync(
            new FeedOrder
            {
                File = parsed.GetRequiredValue(file),
                Source = parsed.GetRequiredValue(source),
                Node = Address(parsed.GetRequiredValue(url)),
                Tenant = parsed.GetValue(tenant),
                Client = NodeFlags.ClientOf(parsed.GetValue(client)),
                Secret = Secret(parsed.GetValue(secret)),
                Follow = parsed.GetValue(follow),
            },
            token));
        return command;
    }

    private static void Add(Command command, params ReadOnlySpan<Option> options)
    {
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    internal static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new StartRefusedException(
                $"\"{text}\" is not an address.", "Maybe write it like http://127.0.0.1:7070.");

    internal static string Secret(FileInfo? file)
    {
        try
        {
            var text = file is null
                ? Environment.GetEnvironmentVariable(SecretVariable)
                : File.ReadAllText(file.FullName);
            return text?.Trim() is { Length: > 0 } secret
                ? secret
                : throw new StartRefusedException(
                    "The client's secret is missing.", $"Maybe set {SecretVariable}, or name --secret-file.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"{file!.FullName} cannot be read: {problem.Message}", "Maybe the path is misspelt.", problem);
        }
    }
}
