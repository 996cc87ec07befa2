using System.Text.Json;
using System.Text.Json.Serialization;
using Muster.Domain.Outcomes;
using NodaTime;
using NodaTime.Text;

namespace Muster.Domain.Time;

/// <summary>
/// How Noda Time's values are written in JSON: dates as "2026-03-29", times of day as "07:30", zones by their
/// IANA name, moments with their offset.
/// </summary>
public static class TimeJson
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    public static void AddTo(JsonSerializerOptions options)
    {
        options.Converters.Add(new DateConverter());
        options.Converters.Add(new TimeConverter());
        options.Converters.Add(new ZoneConverter());
        options.Converters.Add(new MomentConverter());
    }

    private static string Text(ref Utf8JsonReader reader, string otherwise) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new WrongValueException(otherwise);

    private static T Parse<T>(IPattern<T> pattern, string text, string otherwise) =>
        pattern.Parse(text) is { Success: true } parsed ? parsed.Value : throw new WrongValueException(otherwise);

    private sealed class DateConverter : JsonConverter<LocalDate>
    {
        private const string Form = "must be a date such as 2026-03-29.";

        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(LocalDatePattern.Iso, Text(ref reader, Form), Form);

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }

    private sealed class TimeConverter : JsonConverter<LocalTime>
    {
        private const string Form = "must be a time of day such as 07:30.";

        public override LocalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(Minute, Text(ref reader, Form), Form);

        public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Minute.Format(value));
    }

    // Without an offset it would be a time of the clock of whatever machine reads it.
    private sealed class MomentConverter : JsonConverter<DateTimeOffset>
    {
        private const string Form = "must be a time with its offset, such as 2026-03-29T09:00:00+02:00.";

        public override DateTimeOffset Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = Text(ref reader, Form);
            var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
            return hasOffset && reader.TryGetDateTimeOffset(out var at) ? at : throw new WrongValueException(Form);
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);
    }

    private sealed class ZoneConverter : JsonConverter<DateTimeZone>
    {
        public override DateTimeZone Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var name = Text(ref reader, TimeZones.WhyNot(""));
            return TimeZones.Find(name) is { Refused: null, Value: var zone }
                ? zone
                : throw new WrongValueException(TimeZones.WhyNot(name));
        }

        public override void Write(Utf8JsonWriter writer, DateTimeZone value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Id);
    }
}
