using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>How long the intervals of a history are.</summary>
/// <param name="Minutes">Of the series to be made.</param>
/// <param name="Usual">Of a row, except on the days of <paramref name="ByDay"/>.</param>
/// <param name="ByDay">Days whose rows have another length.</param>
internal sealed record RowLengths(int Minutes, int Usual, IReadOnlyDictionary<LocalDate, int> ByDay)
{
    public int Of(LocalDate date) => ByDay.TryGetValue(date, out var minutes) ? minutes : Usual;
}
