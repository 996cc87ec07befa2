using NodaTime;

namespace Muster.Server.Api.Adherence;

/// <summary>Stored results, and how far they go.</summary>
/// <param name="TimeZone">By whose clock days are, as IANA calls it; null: of several zones, each by its own.</param>
/// <param name="StoredFrom">When the oldest that is stored begins, of whatever unit; null: nothing is stored.</param>
/// <param name="StoredUntil">Up to here results are stored: what is later is not there yet; null: none was.</param>
/// <param name="Recounting">So many of the agents' days that are asked for are being judged anew.</param>
/// <param name="NextCursor">Where the next part begins; null at the end.</param>
public sealed record AdherenceHistoryView<T>(
    Guid UnitId, string Unit, LocalDate From, LocalDate To, string? TimeZone, DateTimeOffset? StoredFrom,
    DateTimeOffset? StoredUntil, long Recounting, IReadOnlyList<T> Items, string? NextCursor);
