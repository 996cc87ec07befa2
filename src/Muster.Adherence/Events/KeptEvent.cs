namespace Muster.Adherence.Events;

/// <summary>An event as agents keep it, in 16 bytes: 44 bits of milliseconds, 20 of state, 64 of sequence.</summary>
internal readonly struct KeptEvent(long atMilliseconds, int state, long seq)
{
    private const int StateBits = 20;

    private readonly ulong _atAndState = ((ulong)atMilliseconds << StateBits) | (uint)state;

    public long Seq { get; } = seq;

    /// <summary>By the source's clock, since 1970.</summary>
    public long AtMilliseconds => (long)(_atAndState >> StateBits);

    public int State => (int)(_atAndState & (StateTable.MostStates - 1));
}
