namespace Muster.Domain.Synchronization;

public enum RunState
{
    Running,
    Done,

    /// <summary>The brake is on: what it would end, waits for somebody's word.</summary>
    Held,

    /// <summary>Somebody has said yes to what was held; it is about to be done.</summary>
    Approved,
    Failed,
}
