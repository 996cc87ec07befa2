namespace Muster.Scheduling.Search;

/// <summary>How a search goes; everything but the seed has a default that suits most problems.</summary>
public sealed record SearchOptions
{
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Walks beside each other, which go on from the best of all when a cooling ends. Their number decides the result;
    /// threads do not.
    /// </summary>
    public int Lanes { get; init; } = 1;

    /// <summary>
    /// Steps of the first cooling. Each one after it is twice as long and begins from the best, so that a good part of
    /// whatever time there is goes into one slow cooling.
    /// </summary>
    public long CoolingSteps { get; init; } = 20_000;

    /// <summary>
    /// The temperature at which a cooling begins, in units of cost; null: by what one too few or too many costs. A
    /// cooling ends at a twentieth of it.
    /// </summary>
    public double? Hot { get; init; }

    /// <summary>Noise on the costs of a re-insertion, in temperatures.</summary>
    public double Noise { get; init; } = 1;

    /// <summary>
    /// About what share of the work goes into the lower bound; 0: there is none. In contact centres it gets more at
    /// first, for its mix of rosters is where the search goes on from; without a bound there is none.
    /// </summary>
    public double BoundShare { get; init; } = 0.1;

    /// <summary>How many employees are re-inserted together at most.</summary>
    public int MostEmployees { get; init; } = 4;

    /// <summary>The share of moves that begin where coverage is short.</summary>
    public double HoleShare { get; init; } = 0.3;

    /// <summary>
    /// The longest window in days; short ones are more likely. Null: the whole period where coverage is per shift, else
    /// 42.
    /// </summary>
    public int? MostDays { get; init; }
}
