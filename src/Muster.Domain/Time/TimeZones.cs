using System.Collections.Frozen;
using Muster.Domain.Outcomes;
using NodaTime;
using NodaTime.TimeZones;

namespace Muster.Domain.Time;

/// <summary>
/// The zones of the IANA time zone database that Noda Time brings along. No machine's own settings count.
/// </summary>
public static class TimeZones
{
    // Longer than any name; what is longer is not compared letter by letter.
    private const int Longest = 64;

    private static readonly IDateTimeZoneProvider Provider = DateTimeZoneProviders.Tzdb;

    private static readonly FrozenSet<string> Known = Provider.Ids.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every name, aliases too, in the order of their letters.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Provider.Ids.Order(StringComparer.Ordinal)];

    /// <summary>Which edition of the database it is: "2026a".</summary>
    public static string Edition { get; } = TzdbDateTimeZoneSource.Default.TzdbVersion;

    /// <summary>
    /// The zone called so by the IANA database, or by Windows ("W. Europe Standard Time"), whose names are mapped as
    /// CLDR says.
    /// </summary>
    /// <returns>The zone; or, to follow the field's name, what is wrong with the name, and the nearest one.</returns>
    public static Outcome<DateTimeZone> Find(string name) =>
        Known.Contains(name) ? Outcome(Provider[name])
        : TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var mapped)
            ? Outcome(Provider[mapped])
        : new Refusal.Invalid("zone", WhyNot(name));

    /// <summary>What is wrong with a name that <see cref="Find"/> does not know.</summary>
    public static string WhyNot(string name) => name.Length is 0 or > Longest
        ? "is no time zone.\nMaybe \"Europe/Berlin\"; GET /organization/zones lists them all."
        : $"is no time zone: {name}.\nMaybe {NearestName.Of(name, Names)} is meant.";

    private static Outcome<DateTimeZone> Outcome(DateTimeZone zone) => zone;
}
