using System.Text.Json;
using System.Text.Json.Serialization;
using Muster.Domain.Time;

namespace Muster.Domain.Demand;

/// <summary>The written form of forecasts, layers and staffing terms in the database.</summary>
public static class DemandJson
{
    // A newer program may have written fields that this one does not know; an error that nobody measured is NaN.
    public static JsonSerializerOptions Options { get; } = Make();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)
        ?? throw new JsonException($"null is no {typeof(T).Name}.");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        };
        TimeJson.AddTo(options);
        return options;
    }
}
