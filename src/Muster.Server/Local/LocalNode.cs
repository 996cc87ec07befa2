using System.Text.Json.Serialization;

namespace Muster.Server.Local;

/// <summary>A process of a local cluster.</summary>
/// <param name="Arguments">
/// With which it was started, so that it can be started again; one of them names the node, by which its process is told
/// from another that was given the same id.
/// </param>
public sealed record LocalNode(
    string Name, string Url, string Log, int ProcessId, string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>What it was told to do.</summary>
    [JsonIgnore]
    public string Roles => Arguments.SkipWhile(argument => argument != "--roles").Skip(1).FirstOrDefault() ?? "all";

    [JsonIgnore]
    public LocalNodeState State =>
        LocalProcess.Runs(ProcessId, $"Server:Node={Name}") ? LocalProcess.StateOf(ProcessId) : LocalNodeState.Gone;
}
