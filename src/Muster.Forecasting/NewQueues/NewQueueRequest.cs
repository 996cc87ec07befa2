using Muster.Forecasting.History;

namespace Muster.Forecasting.NewQueues;

/// <summary>What is known of a queue that is too young for a forecast of its own.</summary>
public sealed record NewQueueRequest
{
    /// <summary>Contacts expected in an ordinary week; null: from <see cref="Own"/> alone.</summary>
    public double? WeeklyVolume { get; init; }

    /// <summary>The days or weeks that exist; null: none yet.</summary>
    public IntervalSeries? Own { get; init; }
}
