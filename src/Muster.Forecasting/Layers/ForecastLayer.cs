namespace Muster.Forecasting.Layers;

/// <summary>A named change of a forecast ("spring campaign"), which can be switched off and on again.</summary>
/// <param name="Name">Unique among the layers of a forecast.</param>
public sealed record ForecastLayer(string Name, LayerScope Scope, LayerChange Change)
{
    public bool IsOn { get; init; } = true;
}
