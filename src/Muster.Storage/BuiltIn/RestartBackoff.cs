namespace Muster.Storage.BuiltIn;

/// <summary>How long to wait before a dead server is started again: not at all, unless it keeps dying.</summary>
internal readonly record struct RestartBackoff(int Step)
{
    /// <summary>A server that lived this long did not die of its start.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.Zero,
        TimeSpan.FromMilliseconds(200),
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(5),
    ];

    public TimeSpan Delay => Delays[Math.Min(Step, Delays.Length - 1)];

    public RestartBackoff Next => new(Step + 1);

    /// <summary>The wait after the death of a server that had lived so long.</summary>
    public RestartBackoff AfterLife(TimeSpan lived) => lived >= Settled ? default : this;
}
