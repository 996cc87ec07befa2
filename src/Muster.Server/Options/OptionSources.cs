using System.Collections;
using System.Text.Json;

namespace Muster.Server.Options;

/// <summary>Reads settings out of a file and the environment.</summary>
public static class OptionSources
{
    private const string Prefix = "MUSTER_";

    /// <summary>Variables like MUSTER_SERVER__URLS; others beginning with MUSTER_ are not options.</summary>
    public static IReadOnlyList<OptionSetting> Environment(IDictionary variables) =>
        [.. variables.Cast<DictionaryEntry>()
            .Select(entry => (Name: (string)entry.Key, Value: entry.Value as string ?? ""))
            .Where(pair => pair.Name.StartsWith(Prefix, StringComparison.Ordinal)
                && pair.Name.Contains("__", StringComparison.Ordinal))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => new OptionSetting(
                pair.Name[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal),
                pair.Value,
                $"environment {pair.Name}"))];

    /// <summary>A JSON file of areas and options; comments and trailing commas are allowed.</summary>
    /// <exception cref="StartRefusedException">It cannot be read; the message says where.</exception>
    public static IReadOnlyList<OptionSetting> File(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(
                System.IO.File.ReadAllBytes(path),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return [.. Flatten(document.RootElement, "", path)];
        }
        catch (JsonException broken)
        {
            throw new StartRefusedException(
                $"The options file {path} is not valid JSON: "
                    + $"line {broken.LineNumber + 1}, column {broken.BytePositionInLine + 1}.",
                "Maybe a comma or a quote is missing there.",
                broken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The options file {path} cannot be read: {unreadable.Message}",
                "Maybe check its path and rights.",
                unreadable);
        }
    }

    private static IEnumerable<OptionSetting> Flatten(JsonElement element, string key, string path) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
                Flatten(property.Value, key.Length == 0 ? property.Name : $"{key}:{property.Name}", path)),
            JsonValueKind.String => [new OptionSetting(key, element.GetString()!, path)],
            _ => [new OptionSetting(key, element.GetRawText(), path)],
        };
}
