using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>What came to a queue in an interval, <c>[start, end)</c>.</summary>
/// <param name="Source">The number of the source that told of it; null: imported history.</param>
public readonly record struct CameInterval(int? Source, Instant Start, int Minutes, ContactSums Sums)
{
    public Instant End => Start + Duration.FromMinutes(Minutes);
}
