using System.Text;
using System.Text.Json;
using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>Reads the fields of one line. What is wrong first is told; the position is read all the same.</summary>
internal ref struct LineFields
{
    private const int LongestText = 200;
    private const int DateLength = 10;
    private const int LongestTime = 256;

    // A day has no interval that counts more.
    private const double LargestNumber = 1e9;

    private static readonly string[] Names =
    [
        "position", "at", "agent", "login", "switch", "state", "reason", "queue", "interval", "minutes", "offered",
        "answered", "abandoned", "handle_seconds", "answered_within",
    ];

    private static readonly byte[][] Utf8Names = [.. Names.Select(Encoding.UTF8.GetBytes)];

    private Utf8JsonReader _reader;
    private int _seen;

    private LineFields(ReadOnlySpan<byte> raw) =>
        _reader = new Utf8JsonReader(raw, new JsonReaderOptions { MaxDepth = 16 });

    public LineFault? Fault { get; private set; }

    public long? Position { get; private set; }

    public DateTime? At { get; private set; }

    public DateTime? Interval { get; private set; }

    public string? Agent { get; private set; }

    public string? Login { get; private set; }

    public string? Switch { get; private set; }

    public string? State { get; private set; }

    public string? Reason { get; private set; }

    public string? Queue { get; private set; }

    public double? Minutes { get; private set; }

    public double? Offered { get; private set; }

    public double? Answered { get; private set; }

    public double? Abandoned { get; private set; }

    public double? HandleSeconds { get; private set; }

    public double? AnsweredWithin { get; private set; }

    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InvalidOperationException">A text in it is broken Unicode.</exception>
    public static LineFields Read(ReadOnlySpan<byte> raw)
    {
        var fields = new LineFields(raw);
        fields.ReadObject();
        return fields;
    }

    public void Refuse(string field, string reason) =>
        Fault ??= new LineFault(QuarantineKind.Invalid, field, reason);

    private void ReadObject()
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("is no JSON object");
        }

        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var place = PlaceOf();
            if (place < 0)
            {
                Refuse(Shown(_reader.GetString()!), "is not known.\nMaybe it is misspelt; docs/events.md lists all.");
            }
            else if ((_seen & (1 << place)) != 0)
            {
                Refuse(Names[place], "is given twice.");
            }

            _reader.Read();
            ReadValue(place);
            _seen |= place < 0 ? 0 : 1 << place;
        }

        // Whatever follows the object is told as no JSON.
        _reader.Read();
    }

    private readonly int PlaceOf()
    {
        for (var place = 0; place < Utf8Names.Length; place++)
        {
            if (_reader.ValueTextEquals(Utf8Names[place]))
            {
                return place;
            }
        }

        return -1;
    }

    private void ReadValue(int place)
    {
        switch (place)
        {
            case 0: Position = WholeNumber(); break;
            case 1: At = Time(place); break;
            case 2: Agent = Text(place); break;
            case 3: Login = Text(place); break;
            case 4: Switch = Text(place); break;
            case 5: State = Text(place); break;
            case 6: Reason = Text(place); break;
            case 7: Queue = Text(place); break;
            case 8: Interval = Time(place); break;
            case 9: Minutes = Number(place); break;
            case 10: Offered = Number(place); break;
            case 11: Answered = Number(place); break;
            case 12: Abandoned = Number(place); break;
            case 13: HandleSeconds = Number(place); break;
            case 14: AnsweredWithin = Number(place); break;
            default: _reader.Skip(); break;
        }
    }

    private long? WholeNumber()
    {
        if (_reader.TokenType == JsonTokenType.Number && _reader.TryGetInt64(out var number) && number > 0)
        {
            return number;
        }

        Refuse(Names[0], "must be a whole number from 1 on.");
        _reader.Skip();
        return null;
    }

    private double? Number(int place)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number when _reader.TryGetDouble(out var number) && number is >= 0 and <= LargestNumber:
                return number;
            default:
                Refuse(Names[place], "must be a number from 0 to 1,000,000,000.");
                _reader.Skip();
                return null;
        }
    }

    private string? Text(int place)
    {
        if (_reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (_reader.TokenType == JsonTokenType.String)
        {
            var text = _reader.GetString()!;
            if (text.Length is > 0 and <= LongestText && !text.Any(char.IsControl))
            {
                return text;
            }
        }

        Refuse(Names[place], $"must be a text of 1 to {LongestText} characters, without control characters.");
        _reader.Skip();
        return null;
    }

    private DateTime? Time(int place)
    {
        // Some writers escape the "+".
        Span<byte> plain = stackalloc byte[LongestTime];
        if (_reader.TokenType == JsonTokenType.String && _reader.ValueSpan.Length <= LongestTime
            && HasOffset(plain[.._reader.CopyString(plain)]) && _reader.TryGetDateTimeOffset(out var time))
        {
            return time.UtcDateTime;
        }

        Refuse(Names[place], "must be a time with an offset, like 2026-03-02T09:15:00.250+01:00.");
        _reader.Skip();
        return null;
    }

    private static bool HasOffset(ReadOnlySpan<byte> text) =>
        text.Length > DateLength && text[DateLength] == (byte)'T'
            && (text[^1] == (byte)'Z' || text[^6] is (byte)'+' or (byte)'-');

    // It is kept, and PostgreSQL takes neither NUL nor a half of a character.
    private static string Shown(string name) => string.Concat((name.Length > LongestText ? name[..LongestText] : name)
        .Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '\ufffd' : letter));
}
