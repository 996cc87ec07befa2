using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Simulate;

/// <summary>Lines as the ingest takes them (docs/events.md), and their positions.</summary>
internal static class LineText
{
    private const long TicksPerMicrosecond = NodaConstants.TicksPerMillisecond / 1000;

    private static readonly InstantPattern Time =
        InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'ffffff'Z'");

    /// <summary>
    /// Microseconds since 1970: so positions grow with time, whatever was sent before, and whoever is at a position has
    /// told all that happened up to then.
    /// </summary>
    public static long PositionOf(Instant at) => at.ToUnixTimeTicks() / TicksPerMicrosecond;

    /// <summary>Null: the position is none of ours.</summary>
    public static Instant? TimeOf(long position) =>
        position is > 0 and < 253_402_300_800_000_000
            ? Instant.FromUnixTimeTicks(position * TicksPerMicrosecond)
            : null;

    public static string OfState(long position, Instant at, string agent, StateWord word)
    {
        var reason = word.Reason is null ? "" : $",\"reason\":\"{JsonEncodedText.Encode(word.Reason)}\"";
        return string.Create(CultureInfo.InvariantCulture,
            $$"""{"position":{{position}},"at":"{{Time.Format(at)}}","agent":"{{JsonEncodedText.Encode(agent)}}",""")
            + $"\"state\":\"{JsonEncodedText.Encode(word.State)}\"{reason}}}";
    }

    public static string OfInterval(long position, (string Queue, Instant Begin, int Minutes) of, IntervalCounts counts)
    {
        var begin = Time.Format(of.Begin);
        return string.Create(CultureInfo.InvariantCulture,
            $$"""{"position":{{position}},"queue":"{{JsonEncodedText.Encode(of.Queue)}}","interval":"{{begin}}",""")
            + string.Create(CultureInfo.InvariantCulture,
                $"\"minutes\":{of.Minutes},\"offered\":{counts.Offered},\"answered\":{counts.Answered},")
            + string.Create(CultureInfo.InvariantCulture,
                $"\"abandoned\":{counts.Abandoned},\"handle_seconds\":{Math.Round(counts.HandleSeconds, 1)},")
            + string.Create(CultureInfo.InvariantCulture, $"\"answered_within\":{counts.AnsweredWithin}}}");
    }
}
