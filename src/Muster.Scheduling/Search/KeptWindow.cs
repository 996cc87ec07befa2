namespace Muster.Scheduling.Search;

/// <summary>What one employee had in a window before it was ruined.</summary>
internal sealed class KeptWindow(int days)
{
    /// <summary>Local, by day of the window.</summary>
    public int[] Options { get; } = new int[days];

    public short[]?[] Activities { get; } = new short[days][];

    public long Own { get; set; }
}
