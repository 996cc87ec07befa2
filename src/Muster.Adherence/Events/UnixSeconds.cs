using NodaTime;

namespace Muster.Adherence.Events;

/// <summary>Seconds since 1970 in 32 bits, until 2106: how the engine keeps moments.</summary>
internal static class UnixSeconds
{
    /// <summary>After all that ever happens.</summary>
    public const uint Never = uint.MaxValue;

    /// <summary>2100-01-01.</summary>
    public const long EndOfRange = 4_102_444_800;

    /// <summary>The second that a moment lies in; moments beyond the range are at its ends.</summary>
    public static uint Floor(Instant at) => (uint)Math.Clamp(at.ToUnixTimeSeconds(), 0, EndOfRange);

    /// <summary>The first second that does not begin before a moment.</summary>
    public static uint Ceiling(Instant at) =>
        Floor(at + Duration.FromNanoseconds(NodaConstants.NanosecondsPerSecond - 1));

    public static Instant At(uint second) => Instant.FromUnixTimeSeconds(second);

    /// <summary>The second that a millisecond lies in.</summary>
    public static uint OfMilliseconds(long milliseconds) =>
        (uint)Math.Clamp(milliseconds < 0 ? 0 : milliseconds / 1000, 0, EndOfRange);
}
