using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>A line that could not be used.</summary>
/// <param name="Line">Of the request, or of all that came over the socket; the first is 1.</param>
/// <param name="Field">Empty when the line as a whole is meant.</param>
public sealed record RejectedLine(long Line, long? Position, QuarantineKind Kind, string Field, string Reason)
{
    /// <summary>How many are told; the quarantine has all.</summary>
    public const int Most = 100;

    /// <summary>Those of some lines whose verdict is there.</summary>
    public static IEnumerable<RejectedLine> Of(IEnumerable<EventLine> lines) => lines
        .Where(line => line.Fault is not null)
        .Select(line => new RejectedLine(
            line.Number, line.Position, line.Fault!.Kind, line.Fault.Field, line.Fault.Reason));
}
