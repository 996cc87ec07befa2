using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Muster.Server.Commands;

/// <summary>The position of a line: the one it tells, else its number.</summary>
internal static class FeedPosition
{
    /// <returns>The position the line tells; null when it tells none.</returns>
    public static long? Of(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isIt = reader.ValueTextEquals("position"u8);
                reader.Read();
                if (isIt)
                {
                    return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var told) ? told : null;
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Sent as it is: the node says what is wrong with it.
        }

        return null;
    }

    /// <summary>The line with a position in it; what is no object stays as it is.</summary>
    public static string With(string line, long position)
    {
        var rest = line.AsSpan().TrimStart();
        if (rest.Length < 2 || rest[0] != '{')
        {
            return line;
        }

        rest = rest[1..];
        var comma = rest.TrimStart() is ['}', ..] ? "" : ",";
        return string.Create(CultureInfo.InvariantCulture, $"{{\"position\":{position}{comma}{rest}");
    }

    public static long? Of(string line) => Of(Encoding.UTF8.GetBytes(line));
}
