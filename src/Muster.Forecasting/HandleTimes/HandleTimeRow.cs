using NodaTime;

namespace Muster.Forecasting.HandleTimes;

/// <summary>How long contacts were handled that came in the interval that begins then.</summary>
/// <param name="Contacts">Handled contacts.</param>
/// <param name="Seconds">All their handle times together.</param>
public readonly record struct HandleTimeRow(LocalDateTime Start, double Contacts, double Seconds);
