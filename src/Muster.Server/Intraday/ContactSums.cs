using Muster.Forecasting.Staffing;
using Muster.Storage.Demand;
using Muster.Storage.Events;

namespace Muster.Server.Intraday;

/// <summary>
/// Contacts and what became of them. All are sums, so queues and intervals add up; each figure has beside it how many
/// contacts it is known of.
/// </summary>
public readonly record struct ContactSums
{
    public double Offered { get; init; }

    /// <summary>Of those whose handle time is known.</summary>
    public double Handled { get; init; }

    public double HandleSeconds { get; init; }

    /// <summary>Answered within the time of the service level.</summary>
    public double Within { get; init; }

    /// <summary>The offered of which <see cref="Within"/> is known.</summary>
    public double WithinOf { get; init; }

    public double Abandoned { get; init; }

    /// <summary>The offered of which <see cref="Abandoned"/> is known.</summary>
    public double AbandonedOf { get; init; }

    /// <summary>Mean, in seconds; null: not known.</summary>
    public double? HandleTime => Handled > 0 && HandleSeconds > 0 ? HandleSeconds / Handled : null;

    /// <summary>0 to 1; null: not known.</summary>
    public double? ServiceLevel => WithinOf > 0 ? Math.Min(1, Within / WithinOf) : null;

    public double? AbandonedPart => AbandonedOf > 0 ? Math.Min(1, Abandoned / AbandonedOf) : null;

    public static ContactSums Of(IntervalStatistic told) => new()
    {
        Offered = told.Offered,
        Handled = told.HandleSeconds is null ? 0 : told.Answered ?? told.Offered,
        HandleSeconds = told.HandleSeconds ?? 0,
        Within = told.AnsweredWithin ?? 0,
        WithinOf = told.AnsweredWithin is null ? 0 : told.Offered,
        Abandoned = told.Abandoned ?? 0,
        AbandonedOf = told.Abandoned is null ? 0 : told.Offered,
    };

    public static ContactSums Of(HistorySum row) => new()
    {
        Offered = row.Offered,
        Handled = row.Handled,
        HandleSeconds = row.HandleSeconds,
    };

    /// <summary>What is to come, and how it would be served.</summary>
    /// <param name="handleSeconds">Mean; null: not known.</param>
    /// <param name="isImpatient">Whether anybody would give up: else nothing is known of it.</param>
    public static ContactSums Expected(double offered, double? handleSeconds, QueueFigures? served, bool isImpatient) =>
        new()
        {
            Offered = offered,
            Handled = handleSeconds is null ? 0 : offered,
            HandleSeconds = offered * (handleSeconds ?? 0),
            Within = offered * (served?.ServiceLevel ?? 0),
            WithinOf = served?.ServiceLevel is null ? 0 : offered,
            Abandoned = isImpatient ? offered * (served?.Abandonment ?? 0) : 0,
            AbandonedOf = isImpatient && served is not null ? offered : 0,
        };

    public static ContactSums operator +(ContactSums left, ContactSums right) => new()
    {
        Offered = left.Offered + right.Offered,
        Handled = left.Handled + right.Handled,
        HandleSeconds = left.HandleSeconds + right.HandleSeconds,
        Within = left.Within + right.Within,
        WithinOf = left.WithinOf + right.WithinOf,
        Abandoned = left.Abandoned + right.Abandoned,
        AbandonedOf = left.AbandonedOf + right.AbandonedOf,
    };

    public static ContactSums operator *(ContactSums sums, double part) => new()
    {
        Offered = sums.Offered * part,
        Handled = sums.Handled * part,
        HandleSeconds = sums.HandleSeconds * part,
        Within = sums.Within * part,
        WithinOf = sums.WithinOf * part,
        Abandoned = sums.Abandoned * part,
        AbandonedOf = sums.AbandonedOf * part,
    };

    public static ContactSums Sum(IEnumerable<ContactSums> all) => all.Aggregate(default(ContactSums), (a, b) => a + b);
}
