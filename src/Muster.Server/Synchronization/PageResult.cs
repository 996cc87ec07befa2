using Muster.Domain.Sources;
using Muster.Domain.Synchronization;

namespace Muster.Server.Synchronization;

/// <param name="Deferred">Who would have ended.</param>
/// <param name="Unclear">Of what it cannot be told which word is later: the source is to be asked.</param>
public sealed record PageResult(
    RunCounts Counts,
    IReadOnlyList<RunFinding> Deferred,
    IReadOnlyList<(ObjectKind Kind, string ExternalId)> Unclear);
