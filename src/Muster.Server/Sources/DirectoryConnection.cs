using Muster.Domain.Sources;

namespace Muster.Server.Sources;

/// <summary>Where a directory is, and how this node signs in there.</summary>
/// <param name="Address">Of a node with the role directory: http://directory:7070.</param>
public sealed record DirectoryConnection(Uri Address)
{
    /// <summary>A bearer token; null to ask for one with the client's credentials.</summary>
    public string? Token { get; init; }

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>With the token in a file, or with a client's id and secret in it, separated by a space.</summary>
    /// <exception cref="SourceAwayException">The file cannot be read.</exception>
    public static DirectoryConnection Read(Uri address, string? file)
    {
        if (file is null)
        {
            throw new SourceAwayException(
                $"No token file is given for {address}.\n"
                + "Maybe set token_file of the source to a file on every server.");
        }

        try
        {
            var words = File.ReadAllText(file).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            return words.Length switch
            {
                1 => new DirectoryConnection(address) { Token = words[0] },
                2 => new DirectoryConnection(address) { ClientId = words[0], ClientSecret = words[1] },
                _ => throw new SourceAwayException(
                    $"{file} must hold a token, or a client's id and secret, and holds {words.Length} words."),
            };
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SourceAwayException(
                $"The token file {file} cannot be read: {unreadable.Message}\nMaybe it is missing on this server.",
                cause: unreadable);
        }
    }
}
