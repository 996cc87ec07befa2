using Muster.Storage.Events;

namespace Muster.Server.Api.Events;

/// <summary>A line that could not be used.</summary>
/// <param name="Line">As it came; of one that is too long, the beginning.</param>
/// <param name="Field">Empty when the line as a whole is meant.</param>
/// <param name="Times">How often the same line came.</param>
public sealed record QuarantinedLineView(
    long Id, Guid SourceId, int Run, long? Position, string Line, QuarantineKind Kind, string Field, string Reason,
    DateTimeOffset FirstAt, DateTimeOffset LastAt, long Times)
{
    public static QuarantinedLineView Of(QuarantinedLine line, IReadOnlyDictionary<int, Guid> sources) => new(
        line.Id, sources[line.Source], line.Run, line.Position, line.Line, line.Kind, line.Field, line.Reason,
        line.FirstAt, line.LastAt, line.Times);
}
