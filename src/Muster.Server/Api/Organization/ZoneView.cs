using Muster.Domain.Time;
using NodaTime;

namespace Muster.Server.Api.Organization;

/// <summary>A zone of the IANA time zone database.</summary>
/// <param name="Offset">From UTC, now: "+05:30".</param>
public sealed record ZoneView(string Name, string Offset, int OffsetMinutes)
{
    public static ZoneView Of(string name, Instant now)
    {
        var offset = TimeZones.Find(name).Value.GetUtcOffset(now);
        return new ZoneView(name, offset.ToString("+HH:mm", null), offset.Seconds / 60);
    }
}
