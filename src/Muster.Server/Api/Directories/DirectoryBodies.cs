using System.Text.Json;
using Muster.Domain.Sources;
using Muster.Server.Api.Json;
using Muster.Server.Directories;

namespace Muster.Server.Api.Directories;

/// <summary>Reads the objects that callers send, and says of each what cannot be read.</summary>
public static class DirectoryBodies
{
    private static readonly string[] Members = ["external_id", "content", "remove", "version"];

    /// <summary>The object of a request of its own.</summary>
    public static DirectoryItem Read(ObjectKind kind, string externalId, JsonElement content, long? expectedVersion)
    {
        var (read, faults) = ReadContent(kind, content);
        var item = new DirectoryItem(1, externalId, read) { ExpectedVersion = expectedVersion };
        item.Refuse(faults);
        return item;
    }

    /// <summary>An object of a bulk.</summary>
    public static DirectoryItem ReadItem(ObjectKind kind, int number, JsonElement sent)
    {
        if (sent.ValueKind != JsonValueKind.Object || !StorableJson.Is(sent))
        {
            var broken = new DirectoryItem(number, "", null);
            broken.Refuse("", null, "is no JSON object in sound Unicode. Maybe look for \\u0000 or half a character.");
            return broken;
        }

        var faults = new List<DirectoryFault>();
        var id = Member(sent, "external_id", JsonValueKind.String, faults)?.GetString() ?? "";
        var version = Member(sent, "version", JsonValueKind.Number, faults);
        SourceContent? content = null;
        if (IsRemoval(sent, faults) is false)
        {
            (content, var wrong) = ReadContent(kind, sent.GetProperty("content"));
            faults.AddRange(wrong);
        }

        faults.AddRange(sent.EnumerateObject().Where(member => !Members.Contains(member.Name)).Select(member =>
            DirectoryFault.Of(member.Name, null, "is not a known field. Maybe it belongs into content.")));
        var item = new DirectoryItem(number, id, content)
        {
            ExpectedVersion = version?.TryGetInt64(out var expected) == true ? expected : null,
        };
        item.Refuse(faults);
        return item;
    }

    /// <returns>Null when that cannot be told.</returns>
    private static bool? IsRemoval(JsonElement sent, List<DirectoryFault> faults)
    {
        var hasContent = sent.TryGetProperty("content", out _);
        var isRemoved = sent.TryGetProperty("remove", out var remove) && remove.ValueKind == JsonValueKind.True;
        if (hasContent == isRemoved)
        {
            faults.Add(new DirectoryFault(
                "content", null, "is required, or else \"remove\": true. Maybe send one of the two."));
            return null;
        }

        return isRemoved;
    }

    private static JsonElement? Member(
        JsonElement sent, string name, JsonValueKind kind, List<DirectoryFault> faults)
    {
        if (!sent.TryGetProperty(name, out var value))
        {
            if (name == "external_id")
            {
                faults.Add(new DirectoryFault(name, null, "is required."));
            }

            return null;
        }

        if (value.ValueKind == kind && (kind != JsonValueKind.Number || value.TryGetInt64(out _)))
        {
            return value;
        }

        faults.Add(DirectoryFault.Of(
            name, value.GetRawText(),
            kind == JsonValueKind.String ? "must be a text. Maybe put it in quotes." : "must be a whole number."));
        return null;
    }

    private static (SourceContent? Read, IReadOnlyList<DirectoryFault> Faults) ReadContent(
        ObjectKind kind, JsonElement content)
    {
        if (!StorableJson.Is(content))
        {
            return (null, [new DirectoryFault(
                "content", null, "must be sound Unicode. Maybe look for \\u0000 or half a character.")]);
        }

        try
        {
            return (SourceJson.Read(kind, content), []);
        }
        catch (JsonException fault)
        {
            return (null, [.. JsonFault.Describe(fault).Select(error =>
                DirectoryFault.Of(error.Field, ValueAt(content, error.Field), error.Message))]);
        }
    }

    /// <summary>What stands at a path like skills[0].level; null when that is nothing, or no single value.</summary>
    private static string? ValueAt(JsonElement content, string field)
    {
        JsonElement? at = content;
        foreach (var step in field.Replace("[", ".[", StringComparison.Ordinal).Split('.'))
        {
            at = at is not { } here ? null
                : step.StartsWith('[')
                    ? here.ValueKind == JsonValueKind.Array && int.TryParse(step.Trim('[', ']'), out var index)
                        && index < here.GetArrayLength()
                        ? here[index]
                        : null
                : here.ValueKind == JsonValueKind.Object && here.TryGetProperty(step, out var next) ? next
                : null;
        }

        return at is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Array) } found ? found.ToString() : null;
    }
}
