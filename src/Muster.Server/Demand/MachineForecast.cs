using System.Text.Json;
using System.Text.Json.Serialization;
using Muster.Domain.Demand;
using Muster.Domain.Outcomes;
using Muster.Forecasting.Layers;
using Muster.Forecasting.Ranges;
using Muster.Forecasting.Results;

namespace Muster.Server.Demand;

/// <summary>A forecast as the engine made it, in its written form; and with people's layers on top.</summary>
public static class MachineForecast
{
    private static readonly JsonSerializerOptions Options = new(DemandJson.Options)
    {
        Converters = { new RangeConverter() },
    };

    public static string Write(Forecast forecast) => JsonSerializer.Serialize(forecast, Options);

    public static Forecast Read(string text) => JsonSerializer.Deserialize<Forecast>(text, Options)!;

    /// <summary>The forecast with layers on it.</summary>
    /// <returns>Which layer's field is wrong: <c>layers[2].factor</c>.</returns>
    public static Outcome<LayeredForecast> With(Forecast machine, IReadOnlyList<DemandLayer> layers)
    {
        var layered = LayeredForecast.Of(machine);
        foreach (var (index, layer) in layers.Index())
        {
            if (layers.Take(index).Any(other => other.Name == layer.Name))
            {
                return new Refusal.Invalid($"layers[{index}].name", $"is there twice: {layer.Name}.");
            }

            var next = layered.With(Engine(layer));
            if (next.Refused is { } refused)
            {
                return refused is Refusal.Invalid invalid
                    ? new Refusal.Invalid([.. invalid.Errors.Select(error =>
                        error with { Field = $"layers[{index}].{FieldOf(error.Field)}" })])
                    : refused;
            }

            layered = next.Value;
        }

        return layered;
    }

    private static string FieldOf(string field) => field is "volume" or "factor" or "total" ? "value" : field;

    private static ForecastLayer Engine(DemandLayer layer) => new(
        layer.Name,
        new LayerScope(layer.From, layer.Through)
        {
            Start = layer.Start,
            End = layer.End,
            Weekdays = layer.Weekdays?.ToHashSet(),
        },
        layer.Kind switch
        {
            LayerKind.Add => new LayerChange.Add(layer.Value),
            LayerKind.Multiply => new LayerChange.Multiply(layer.Value),
            LayerKind.Set => new LayerChange.Set(layer.Value),
            _ => new LayerChange.SpreadTotal(layer.Value),
        })
    {
        IsOn = layer.IsOn,
    };

    // Four numbers for each interval: a list is a third of an object's length.
    private sealed class RangeConverter : JsonConverter<VolumeRange>
    {
        private const int Digits = 3;

        public override VolumeRange Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<double[]>(ref reader) is [var low, var p10, var p90, var high]
                ? new VolumeRange(low, p10, p90, high)
                : throw new JsonException("A range is four numbers.");

        public override void Write(Utf8JsonWriter writer, VolumeRange value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var bound in (ReadOnlySpan<double>)[value.Low95, value.P10, value.P90, value.High95])
            {
                writer.WriteNumberValue(Math.Round(bound, Digits));
            }

            writer.WriteEndArray();
        }
    }
}
