using Muster.Adherence.Results;
using NodaTime;

namespace Muster.Server.Adherence.History;

/// <summary>What somebody did, in some time.</summary>
/// <param name="Part">The number of the part of the time.</param>
/// <param name="Day">Where it is a day.</param>
/// <param name="Start">Where it is an interval.</param>
internal sealed record HistoryRow(
    HistoryGroup Group, long Part, LocalDate? Day, Instant? Start, AdherenceTotals Totals);
