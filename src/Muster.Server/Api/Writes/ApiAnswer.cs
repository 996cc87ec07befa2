namespace Muster.Server.Api.Writes;

/// <summary>The answer to a write, before it is serialized.</summary>
/// <param name="Body">Null for an answer without content.</param>
/// <param name="Location">Where what was created can be read.</param>
/// <param name="Version">The entity's version, sent as its ETag.</param>
public sealed record ApiAnswer(int Status, object? Body = null, string? Location = null, long? Version = null)
{
    public static ApiAnswer NoContent { get; } = new(204);
}
