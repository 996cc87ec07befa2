using System.Globalization;

namespace Muster.Server.Options;

/// <summary>An option's value between text and type.</summary>
internal static class OptionValue
{
    public static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The typed value, or what is wrong with the text.</summary>
    public static (object? Value, string? Error) Read(OptionDescriptor option, string text)
    {
        var type = option.Property.PropertyType;
        var value = Parse(type, text);
        if (value is null)
        {
            return (null, $"is not {Kind(type)}");
        }

        return (value, OutOfRange(option, value));
    }

    private static object? Parse(Type type, string text) =>
        type == typeof(string) ? text
        : type == typeof(bool) ? Flag(text)
        : type == typeof(int) && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole)
            ? whole
        : type == typeof(double) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
        : null;

    private static string? OutOfRange(OptionDescriptor option, object value)
    {
        var about = option.About;
        var wrong = value switch
        {
            int or double => Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number
                && !(number >= about.Min && number <= about.Max),
            string text => about.OneOf.Length > 0 && !about.OneOf.Contains(text, StringComparer.OrdinalIgnoreCase),
            _ => false,
        };
        return wrong ? "is out of range" : null;
    }

    private static object? Flag(string text) => text.ToLowerInvariant() switch
    {
        "true" or "1" or "yes" or "on" => true,
        "false" or "0" or "no" or "off" => false,
        _ => null,
    };

    private static string Kind(Type type) =>
        type == typeof(bool) ? "true or false" : type == typeof(int) ? "a whole number" : "a number";
}
