using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Muster.Domain.Sources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Muster.Server.Sources;

/// <summary>
/// The rows of a YAML file, which is a list of maps, one by one. Where the kind says what a field is, its text is kept
/// as it was written: 007 is a number of an employee. For one file, read once.
/// </summary>
internal sealed partial class YamlRows(TextReader text, FileShape shape, string name)
{
    private const int Deepest = 16;

    private readonly Parser _parser = new(text);

    public IEnumerable<FileRow> Read()
    {
        Try(Begin);
        while (Try(Next) is { } row)
        {
            yield return row;
        }

        Try(End);
    }

    private bool Begin()
    {
        _parser.Consume<StreamStart>();
        return _parser.TryConsume<DocumentStart>(out _) && _parser.TryConsume<SequenceStart>(out _)
            ? true
            : throw Broken(_parser.Current, "A list of maps is expected.", "begin each row with \"- external_id: \"");
    }

    private FileRow? Next()
    {
        if (_parser.TryConsume<SequenceEnd>(out _))
        {
            return null;
        }

        var line = LineOf(_parser.Current);
        if (!_parser.Accept<MappingStart>(out _))
        {
            ReadNode(isTyped: true, 0);
            return new FileRow(line, new Dictionary<string, JsonNode>())
            {
                Trouble = ("", "The row is no map.\nMaybe begin it with \"- external_id: \"."),
            };
        }

        return Row(line);
    }

    private FileRow Row(int line)
    {
        _parser.Consume<MappingStart>();
        var fields = new Dictionary<string, JsonNode>();
        (string Field, string Reason)? trouble = null;
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var field = Key();
            var isTyped = field == Field.Attributes || !shape.Knows(field);
            if (ReadNode(isTyped, 1) is { } value && !fields.TryAdd(field, value))
            {
                trouble ??= (field, "stands in the row twice.\nMaybe take one of them out.");
            }
        }

        return new FileRow(line, fields) { Trouble = trouble };
    }

    private bool End()
    {
        _parser.Consume<DocumentEnd>();
        return _parser.TryConsume<StreamEnd>(out _)
            ? true
            : throw Broken(_parser.Current, "A second document begins here.", "write one list");
    }

    private string Key() => _parser.TryConsume<Scalar>(out var key)
        ? key.Value
        : throw Broken(_parser.Current, "The name of a field is expected here.", "write \"name: value\"");

    // Empty ones are none, as in CSV.
    private JsonNode? ReadNode(bool isTyped, int depth)
    {
        if (depth > Deepest)
        {
            throw Broken(_parser.Current, "This is nested too deeply.", "keep it flat");
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return ReadScalar(scalar, isTyped);
        }

        if (_parser.TryConsume<SequenceStart>(out _))
        {
            var list = new JsonArray();
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                list.Add(ReadNode(isTyped, depth + 1));
            }

            return list;
        }

        return _parser.TryConsume<MappingStart>(out _)
            ? ReadMap(isTyped, depth)
            : throw Broken(_parser.Current, "A value is expected here; aliases are not read.", "write it out");
    }

    private JsonObject ReadMap(bool isTyped, int depth)
    {
        var map = new JsonObject();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var at = _parser.Current;
            var key = Key();
            if (!map.TryAdd(key, ReadNode(isTyped, depth + 1)))
            {
                throw Broken(at, $"{key} stands in the map twice.", "take one of them out");
            }
        }

        return map;
    }

    private static JsonNode? ReadScalar(Scalar scalar, bool isTyped)
    {
        if (scalar.Value.Length == 0 || (scalar.Style == ScalarStyle.Plain && scalar.Value is "null" or "~"))
        {
            return null;
        }

        return isTyped && scalar.Style == ScalarStyle.Plain && Literal().IsMatch(scalar.Value)
            ? JsonNode.Parse(scalar.Value)
            : JsonValue.Create(scalar.Value);
    }

    private T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (YamlException wrong)
        {
            throw new SourceBrokenException(
                string.Create(CultureInfo.InvariantCulture, $"{name}, line {wrong.Start.Line} is no YAML: ")
                + $"{wrong.Message.TrimEnd('.')}.\nMaybe look at indentation, colons and quotation marks.", wrong);
        }
    }

    private SourceBrokenException Broken(ParsingEvent? at, string sentence, string remedy) => new(
        string.Create(CultureInfo.InvariantCulture, $"{name}, line {LineOf(at)}: {sentence}\nMaybe {remedy}."));

    private static int LineOf(ParsingEvent? at) => (int)(at?.Start.Line ?? 1);

    [GeneratedRegex(@"^(true|false|-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?)$")]
    private static partial Regex Literal();
}
