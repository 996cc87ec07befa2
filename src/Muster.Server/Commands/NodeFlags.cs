using System.CommandLine;

namespace Muster.Server.Commands;

/// <summary>The flags that say which node is asked, and as which program: shared by what speaks to a node.</summary>
internal sealed class NodeFlags
{
    /// <summary>Where the client's id stands when no flag names it; `muster token create --env` writes both.</summary>
    public const string ClientVariable = "MUSTER_CLIENT_ID";

    private readonly Option<string> _url = new("--url")
    {
        Description = "Address of a node",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:7070",
    };

    private readonly Option<string?> _client = new("--client-id")
    {
        Description = $"An API client, as `muster token create` prints it; {ClientVariable} in the environment when "
            + "absent",
        HelpName = "ID",
    };

    private readonly Option<FileInfo?> _secret = new("--secret-file")
    {
        Description = $"File with the client's secret; {FeedCommand.SecretVariable} in the environment when absent",
        HelpName = "FILE",
    };

    public NodeFlags(Command command)
    {
        foreach (var option in (Option[])[_url, _client, _secret])
        {
            command.Add(option);
        }
    }

    public Uri NodeOf(ParseResult parsed) => FeedCommand.Address(parsed.GetRequiredValue(_url));

    /// <exception cref="StartRefusedException">One of them is missing.</exception>
    public (string Client, string Secret) CredentialsOf(ParseResult parsed) =>
        (ClientOf(parsed.GetValue(_client)), FeedCommand.Secret(parsed.GetValue(_secret)));

    /// <summary>The one given, else the environment's.</summary>
    /// <exception cref="StartRefusedException">There is neither.</exception>
    public static string ClientOf(string? given) =>
        given ?? Environment.GetEnvironmentVariable(ClientVariable) ?? throw new StartRefusedException(
            "No API client is named.", $"Maybe set {ClientVariable}, or name --client-id.");
}
