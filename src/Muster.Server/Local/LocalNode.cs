using System.Text.Json.Serialization;

namespace Muster.Server.Local;

/// <summary>A process of a local cluster.</summary>
/// <param name="Arguments">With which it was started, so that it can be started again.</param>
public sealed record LocalNode(
    string Name, string Url, string Log, int ProcessId, string Program, IReadOnlyList<string> Arguments)
{
    [JsonIgnore]
    public LocalNodeState State => LocalProcess.StateOf(ProcessId);
}
