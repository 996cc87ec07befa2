using System.Runtime.CompilerServices;
using Muster.Domain.Organization;

namespace Muster.Forecasting.Staffing;

/// <summary>What becomes of offered contacts, each as a part of all of them; so days can be added up.</summary>
/// <param name="Waiting">Found nobody free, whether they stayed or not.</param>
/// <param name="Abandoned">Left before they were answered.</param>
/// <param name="LateAnswered">Answered after the threshold.</param>
/// <param name="LateAbandoned">Left after the threshold.</param>
/// <param name="Delay">Sum of the waits of the answered, in handle times; infinite when the queue only grows.</param>
internal readonly record struct QueueShares(
    double Waiting, double Abandoned, double LateAnswered, double LateAbandoned, double Delay)
{
    public double Answered => 1 - Abandoned;

    private double Late => LateAnswered + LateAbandoned;

    private double ShortAbandoned => Math.Max(Abandoned - LateAbandoned, 0);

    /// <summary>Mean wait of the answered, in handle times.</summary>
    public double AnswerDelay => Delay == 0 ? 0 : Delay / Answered;

    /// <summary>One less the service level. Small ones keep their digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Miss(ServiceLevelDefinition definition) => definition switch
    {
        ServiceLevelDefinition.AnsweredOfOffered => Math.Min(Abandoned + LateAnswered, 1),
        ServiceLevelDefinition.AnsweredOfAnswered => Part(LateAnswered, Answered),
        ServiceLevelDefinition.WithoutShortAbandons => Part(Late, 1 - ShortAbandoned),
        _ => Math.Min(Late, 1),
    };

    /// <summary>Of nobody, none is served well.</summary>
    private static double Part(double part, double whole) => whole > 0 ? Math.Min(part / whole, 1) : 1;

    public QueueShares Plus(QueueShares other, double weight) => new(
        Waiting + (weight * other.Waiting),
        Abandoned + (weight * other.Abandoned),
        LateAnswered + (weight * other.LateAnswered),
        LateAbandoned + (weight * other.LateAbandoned),
        Delay + (weight * other.Delay));

    public QueueShares Over(double weight) => new(
        Waiting / weight, Abandoned / weight, LateAnswered / weight, LateAbandoned / weight, Delay / weight);
}
