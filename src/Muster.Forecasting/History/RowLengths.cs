using Muster.Domain.Outcomes;
using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>How long the intervals of a history are.</summary>
/// <param name="Minutes">Of the series to be made: whole ones of every row's.</param>
/// <param name="Usual">Of a row, where nothing else is known.</param>
/// <param name="ByDay">Of the rows of days that show it.</param>
/// <param name="ByTime">Of the rows of other days, by steps of five minutes; null: the usual one.</param>
public sealed record RowLengths(
    int Minutes, int Usual, IReadOnlyDictionary<LocalDate, int> ByDay, int[]? ByTime)
{
    /// <summary>Finds them out from when rows begin; in any order, and there may be several of one interval.</summary>
    /// <param name="asked">The length of the series to be made; null: as short as the rows allow.</param>
    /// <param name="known">Of rows where no day shows it; null: the shortest gap between two.</param>
    /// <param name="remarks">Where it is told that they have several lengths.</param>
    public static Outcome<RowLengths> Learn(
        IEnumerable<LocalDateTime> starts, int? asked, int? known, List<Remark> remarks) =>
        IntervalLength.Find(
            [.. starts.Select(start => new ReadRow(start.Date, start.Hour * 60 + start.Minute, false, 0)).Order()],
            asked, known, remarks);

    /// <summary>Of a row that begins then.</summary>
    public int Of(LocalDateTime start) => Of(start.Date, start.Hour * 60 + start.Minute);

    internal int Of(LocalDate date, int minute) => ByDay.TryGetValue(date, out var minutes) ? minutes
        : ByTime?[minute / LengthByTime.Grid] ?? Usual;

    /// <summary>Every length that rows have, the shortest first.</summary>
    internal IEnumerable<int> All() => ByDay.Values.Concat(ByTime ?? [Usual]).Distinct().Order();
}
