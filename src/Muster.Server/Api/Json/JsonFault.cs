using System.Text.Json;
using System.Text.RegularExpressions;
using Muster.Domain.Outcomes;

namespace Muster.Server.Api.Json;

/// <summary>Says what is wrong with a request's JSON in terms of its fields.</summary>
public static partial class JsonFault
{
    public static IReadOnlyList<FieldError> Describe(JsonException fault)
    {
        var field = Field(fault.Path);
        if (fault is NullItemException item)
        {
            // The path of a list that was read ends with the list, or with the place behind its last item.
            return [new FieldError($"{LastPlace().Replace(field, "")}[{item.Place}]", item.Message)];
        }

        if (MissingNames().Match(fault.Message) is { Success: true } missing)
        {
            return [.. QuotedName().Matches(missing.Value)
                .Select(name => new FieldError(Join(field, name.Groups[1].Value), "is required."))];
        }

        if (UnknownName().Match(fault.Message) is { Success: true } unknown)
        {
            var name = unknown.Groups[1].Value;
            return [new FieldError(Join(Parent(field, name), name), "is not a known field.")];
        }

        return [new FieldError(field.Length == 0 ? "body" : field, Reason(fault))];
    }

    private static string Reason(JsonException fault) =>
        fault is WrongValueException ? fault.Message
        : fault.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
            ? Wrong(fault)
        : fault.Message.StartsWith("A date is", StringComparison.Ordinal) ? "must be a date like 2026-03-29."
        : fault.Message.Contains("null", StringComparison.Ordinal) ? "must not be null."
        : fault.Message.Contains("uplicate", StringComparison.Ordinal) ? "is given twice."
        : fault.Message.Contains("maximum configured depth", StringComparison.Ordinal) ? "is nested too deeply."
        : $"is not valid JSON (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}).";

    private static string Wrong(JsonException fault) => ReadType.WordsOf(fault) is { } words
        ? $"must be one of {words}."
        : "has the wrong type or a value that is not allowed.";

    private static string Field(string? path) =>
        path is null ? "" : path.TrimStart('$').TrimStart('.');

    private static string Join(string parent, string name) => parent.Length == 0 ? name : $"{parent}.{name}";

    // The path of an unknown member ends in its own name.
    private static string Parent(string field, string name) =>
        field == name ? "" : field.EndsWith($".{name}", StringComparison.Ordinal) ? field[..^(name.Length + 1)] : field;

    [GeneratedRegex(@"\[\d+\]$")]
    private static partial Regex LastPlace();

    [GeneratedRegex("missing required properties including: .*")]
    private static partial Regex MissingNames();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex QuotedName();

    [GeneratedRegex("The JSON property '([^']+)' could not be mapped")]
    private static partial Regex UnknownName();
}
