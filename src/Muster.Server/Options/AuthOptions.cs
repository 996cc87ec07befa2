namespace Muster.Server.Options;

/// <summary>How nodes prove to each other that they belong to the same cluster.</summary>
public sealed record AuthOptions : ICheckedOptions
{
    [Option("Where the key comes from with which nodes prove who they are: kept in the database, or that one mixed "
        + "with Auth:Secret. With none there are no links between nodes.", OneOf = ["database", "secret", "none"])]
    public string Provider { get; init; } = "database";

    [Option("What is mixed into the key when Auth:Provider is secret; the same on every node.",
        Secret = true, WhenEmpty = "none")]
    public string Secret { get; init; } = "";

    [Option("PEM file of the authority that signed the nodes' certificates.",
        WhenEmpty = "the machine's own list of authorities")]
    public string Authority { get; init; } = "";

    public IEnumerable<string> Check()
    {
        if (Provider.Equals("secret", StringComparison.OrdinalIgnoreCase) && Secret.Length < 16)
        {
            yield return "Auth:Secret must have at least 16 characters when Auth:Provider is secret.\n"
                + "Maybe make one with: openssl rand -base64 32.";
        }

        if (Authority.Length > 0 && !File.Exists(Authority))
        {
            yield return $"Auth:Authority: there is no file {Authority}.\nMaybe name the PEM file by its full path.";
        }
    }
}
