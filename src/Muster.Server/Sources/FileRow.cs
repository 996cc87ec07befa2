using System.Text.Json.Nodes;

namespace Muster.Server.Sources;

/// <summary>A row as a file has it, before it means anything.</summary>
/// <param name="Line">The first of its lines; the file's first is 1.</param>
/// <param name="Fields">Texts, where the kind says what they are; empty ones are left out.</param>
internal sealed record FileRow(int Line, IReadOnlyDictionary<string, JsonNode> Fields)
{
    /// <summary>The columns, if this is the line that names them.</summary>
    public IReadOnlyList<string>? Header { get; init; }

    /// <summary>Why it cannot be read: a field (or none) and a reason.</summary>
    public (string Field, string Reason)? Trouble { get; init; }
}
