using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>How long it is from one row of a day to the next.</summary>
/// <param name="Minute">Of the day, when the first of both begins.</param>
internal readonly record struct RowGap(LocalDate Date, int Minute, int Minutes);
