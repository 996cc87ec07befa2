using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>A row of a history: how much came in the interval that begins then.</summary>
/// <param name="Start">The begin of the interval as the site's clocks show it.</param>
/// <param name="Volume">Contacts in that interval.</param>
public readonly record struct VolumeRow(LocalDateTime Start, double Volume);
