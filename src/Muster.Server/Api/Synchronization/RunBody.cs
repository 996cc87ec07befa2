using Muster.Domain.Synchronization;

namespace Muster.Server.Api.Synchronization;

/// <summary>Which run is wanted: full, or plan, which changes nothing.</summary>
public sealed record RunBody(RunKind Kind);
