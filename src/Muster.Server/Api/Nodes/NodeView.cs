using Muster.Server.Health;

namespace Muster.Server.Api.Nodes;

/// <summary>This node, for the System page.</summary>
/// <param name="MemoryBytes">Physical memory of the process.</param>
public sealed record NodeView(
    string Name,
    string Build,
    DateTimeOffset StartedAt,
    long UptimeSeconds,
    int ProcessId,
    string Machine,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Urls,
    long MemoryBytes,
    HealthReport Health,
    NodeDatabaseView? Database);
