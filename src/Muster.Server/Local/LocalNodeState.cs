namespace Muster.Server.Local;

/// <summary>What a process of a local cluster is doing.</summary>
public enum LocalNodeState
{
    Running,
    Paused,
    Gone,
}
