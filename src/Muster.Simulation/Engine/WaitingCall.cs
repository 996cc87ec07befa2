namespace Muster.Simulation.Engine;

/// <summary>A call in a line. Fields, because the waiting room changes them in place.</summary>
internal struct WaitingCall
{
    public double ArrivedAt;
    public double GivesUpAt;

    /// <summary>Among the calls of its queue.</summary>
    public ulong Number;

    /// <summary>Among all calls.</summary>
    public long Call;

    public int Queue;

    /// <summary>In which it arrived.</summary>
    public int Interval;

    /// <summary>In its line, or in the list of free places; -1: none.</summary>
    public int Next;

    public int Previous;

    /// <summary>Its place in the heap of those who may hang up; -1: it is not there.</summary>
    public int HeapIndex;
}
