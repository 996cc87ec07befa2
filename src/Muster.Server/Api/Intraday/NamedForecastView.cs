namespace Muster.Server.Api.Intraday;

/// <summary>The forecast that a day is compared with.</summary>
public sealed record NamedForecastView(Guid Id, string Name);
