namespace Muster.Domain.Scheduling;

/// <summary>How far a build is. Done, failed and cancelled are for ever.</summary>
public enum BuildState
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}
