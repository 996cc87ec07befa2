namespace Muster.Scheduling.Problem;

/// <summary>Who is needed when: per day and shift type, or per interval and planning group.</summary>
public abstract record Demand
{
    private protected Demand()
    {
    }

    /// <summary>Row by row; the subclass tells which row is what.</summary>
    public required IReadOnlyList<Need> Needs { get; init; }
}
