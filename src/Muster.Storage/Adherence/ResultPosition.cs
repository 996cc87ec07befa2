using NodaTime;

namespace Muster.Storage.Adherence;

/// <summary>Up to where everything was judged that is stored of adherence.</summary>
/// <param name="Timeline">Of the database, when it was written.</param>
/// <param name="Seen">All that transactions before this one have committed is judged, and in the results.</param>
/// <param name="LogSeq">The last place of the log that is in the results.</param>
/// <param name="Schedules">The version of the published schedules.</param>
/// <param name="Terms">The version of the scope of rules and approvals.</param>
/// <param name="Heard">When each source was heard last, by its number.</param>
/// <param name="ReadAt">When it was looked what there is to judge, by the database's clock.</param>
/// <param name="Until">Results of the time before this moment are stored.</param>
/// <param name="FirstDay">No results are of a day before this one.</param>
public sealed record ResultPosition(
    int Timeline, long Seen, long LogSeq, long Schedules, long Terms,
    IReadOnlyDictionary<int, DateTimeOffset> Heard, DateTimeOffset ReadAt, DateTimeOffset Until, LocalDate FirstDay);
