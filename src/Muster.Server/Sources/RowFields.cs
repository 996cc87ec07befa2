using System.Globalization;
using System.Text.Json.Nodes;
using Muster.Domain.Sources;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Sources;

/// <summary>Reads the fields of a row as what they shall be, and keeps the first that is something else.</summary>
internal sealed class RowFields(FileRow row)
{
    // Of names, ids and numbers. They are in indexes of the database, which hold no more than some 2,000 bytes.
    private const int LongestText = 300;

    public (string Field, string Reason)? Trouble { get; private set; } = row.Trouble;

    public string Required(string field)
    {
        var text = Text(field);
        if (text is null)
        {
            Refuse(field, "is missing.\nMaybe fill it in, or take the row out.");
        }

        return text ?? "";
    }

    public string? Text(string field)
    {
        var text = row.Fields.TryGetValue(field, out var node) ? TextOf(node) : null;
        if (node is not null && text is null)
        {
            Refuse(field, "must be one text, not a list or a map.\nMaybe write it on the same line.");
        }

        return text is null ? null : Checked(field, text);
    }

    public bool Flag(string field, bool otherwise)
    {
        var text = Text(field);
        if (text is not null && !bool.TryParse(text, out otherwise))
        {
            Refuse(field, $"must be true or false, not \"{text}\".\nMaybe write true.");
        }

        return otherwise;
    }

    public LocalDate? Date(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        var parsed = LocalDatePattern.Iso.Parse(text);
        if (!parsed.Success)
        {
            Refuse(field, $"must be a date, not \"{text}\".\nMaybe write it as 2026-03-29.");
        }

        return parsed.Success ? parsed.Value : null;
    }

    /// <summary>"billing:7;sales:3", or a list of maps.</summary>
    public IReadOnlyList<SourceSkillLevel> Skills(string field)
    {
        var skills = new List<SourceSkillLevel>();
        foreach (var (skill, level, text) in Pairs(field, ("skill", "level"), text => text.LastIndexOf(':')))
        {
            if (int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number is >= SourceSkillLevel.Lowest and <= SourceSkillLevel.Highest)
            {
                skills.Add(new SourceSkillLevel(skill, number));
            }
            else
            {
                Refuse(field, string.Create(CultureInfo.InvariantCulture,
                    $"must have levels of {SourceSkillLevel.Lowest} to {SourceSkillLevel.Highest}, not \"{text}\".\n")
                    + "Maybe write it as billing:7;sales:3.");
            }
        }

        return skills;
    }

    /// <summary>"acd1:4711;acd2:12", or a list of maps.</summary>
    public IReadOnlyList<SourceLogin> Logins(string field) =>
        [.. Pairs(field, ("switch", "code"), text => text.IndexOf(':'))
            .Select(pair => new SourceLogin(pair.First, pair.Second))];

    /// <summary>What is under "attributes", and every field that is none of the kind's.</summary>
    public JsonObject? Attributes(FileShape shape)
    {
        var given = row.Fields.GetValueOrDefault(Field.Attributes);
        if (given is not null and not JsonObject)
        {
            Refuse(Field.Attributes, "must be a map.\nMaybe give each attribute a column of its own.");
        }

        var all = (given as JsonObject ?? []).Select(pair => (pair.Key, Value: pair.Value))
            .Concat(row.Fields.Where(pair => !shape.Knows(pair.Key))
                .Select(pair => (pair.Key, Value: (JsonNode?)pair.Value)))
            .ToLookup(pair => pair.Key, pair => pair.Value);
        if (all.FirstOrDefault(values => values.Count() > 1) is { } twice)
        {
            Refuse(twice.Key, "stands in the row and in its attributes.\nMaybe take one of them out.");
        }

        if (all.Any(values => HasNul(values.Key) || values.Any(HasNul)))
        {
            Refuse(Field.Attributes, "holds a NUL character.\nMaybe write the file again.");
        }

        return all.Count == 0 ? null : AttributeOrder.Sort(all.Select(values => (values.Key, values.First())));
    }

    public void Refuse(string field, string reason) => Trouble ??= (field, reason);

    private static bool HasNul(JsonNode? node) =>
        node?.ToJsonString().Contains(@"\u0000", StringComparison.Ordinal) == true;

    private static bool HasNul(string text) => text.Contains('\0', StringComparison.Ordinal);

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private List<(string First, string Second, string Text)> Pairs(
        string field, (string First, string Second) names, Func<string, int> split)
    {
        switch (row.Fields.GetValueOrDefault(field))
        {
            case JsonArray list:
                return [.. list.Select(node => FromMap(field, node as JsonObject, names))];
            case JsonValue value when TextOf(value) is { } text:
                return [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(part => FromText(field, part, split(part)))];
            case null:
                return [];
            default:
                Refuse(field, $"must be a list.\nMaybe write each as {{{names.First}: ..., {names.Second}: ...}}.");
                return [];
        }
    }

    private (string First, string Second, string Text) FromText(string field, string part, int at)
    {
        if (at <= 0 || at == part.Length - 1)
        {
            Refuse(field, $"must have a colon between name and value, not \"{part}\".\n"
                + "Maybe write it as billing:7;sales:3.");
            return ("", "", part);
        }

        return (Checked(field, part[..at].Trim()), Checked(field, part[(at + 1)..].Trim()), part);
    }

    private (string First, string Second, string Text) FromMap(
        string field, JsonObject? map, (string First, string Second) names)
    {
        var (first, second) = (TextOf(map?[names.First]), TextOf(map?[names.Second]));
        if (first is null || second is null || map!.Count != 2)
        {
            Refuse(field, $"must name {names.First} and {names.Second} of each, and nothing else.\n"
                + $"Maybe write each as {{{names.First}: ..., {names.Second}: ...}}.");
            return ("", "", "");
        }

        return (Checked(field, first), Checked(field, second), $"{first}:{second}");
    }

    private string Checked(string field, string text)
    {
        if (text.Length > LongestText)
        {
            Refuse(field, string.Create(CultureInfo.InvariantCulture,
                $"must have at most {LongestText} characters, not {text.Length}.\nMaybe it is another column's."));
        }
        else if (HasNul(text))
        {
            Refuse(field, "holds a NUL character.\nMaybe write the file again.");
        }

        return text;
    }
}
