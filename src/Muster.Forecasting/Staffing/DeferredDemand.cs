namespace Muster.Forecasting.Staffing;

/// <summary>Work that may wait, such as e-mail: each contact is to be done within a deadline of its arrival.</summary>
/// <param name="Contacts">Of each interval in order, which arrive evenly over it; 0 or more.</param>
/// <param name="HandleSeconds">Mean, 0.001 to 1e9.</param>
/// <param name="DeadlineSeconds">From arrival to done, by the clock: closed intervals count. Over 0.</param>
public sealed record DeferredDemand(IReadOnlyList<double> Contacts, double HandleSeconds, double DeadlineSeconds)
{
    /// <summary>Length of an interval; 900 unless given.</summary>
    public double IntervalSeconds { get; init; } = 900;

    /// <summary>Whether people work in each interval; null: in all. As many as contacts.</summary>
    public IReadOnlyList<bool>? Open { get; init; }

    /// <summary>Contacts that wait when the first interval begins; their deadline counts from then on.</summary>
    public double Backlog { get; init; }
}
