namespace Muster.Cluster.Mesh;

/// <summary>
/// Which messages of one origin were handled: a high-water mark and a window below it. Constant memory, and nothing
/// that runs out with time. What lies below the window counts as seen: losing a hint does no harm.
/// </summary>
internal sealed class SeenWindow
{
    public const int Width = 1_024;

    private readonly ulong[] _bits = new ulong[Width / 64];
    private long _highest;

    /// <returns>True the first time.</returns>
    public bool TryAdd(long seq)
    {
        // No node gets to the last number, and none begins below 1: whoever says so is no origin.
        if (seq is < 1 or long.MaxValue || seq <= _highest - Width)
        {
            return false;
        }

        for (var passed = Math.Max(_highest + 1, seq - Width + 1); passed <= seq; passed++)
        {
            _bits[Word(passed)] &= ~Bit(passed);
        }

        _highest = Math.Max(_highest, seq);
        var isNew = (_bits[Word(seq)] & Bit(seq)) == 0;
        _bits[Word(seq)] |= Bit(seq);
        return isNew;
    }

    private static int Word(long seq) => (int)(seq % Width / 64);

    private static ulong Bit(long seq) => 1UL << (int)(seq % 64);
}
