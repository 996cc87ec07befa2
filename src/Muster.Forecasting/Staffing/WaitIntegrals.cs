using System.Runtime.CompilerServices;

namespace Muster.Forecasting.Staffing;

/// <summary>
/// Integrals over the density of the offered wait in Erlang A, short of its factor and divided by exp of
/// <paramref name="LogScale"/>, which keeps overloaded queues from overflowing. Time is in handle times.
/// </summary>
/// <param name="Answered">Weighed by who is still there.</param>
/// <param name="Abandoned">Weighed by who has left.</param>
/// <param name="LateAnswered">As Answered, after the threshold.</param>
/// <param name="LateAbandoned">As Abandoned, after the threshold, of those who left after it.</param>
/// <param name="Delay">As Answered, times the wait.</param>
internal record struct WaitIntegrals(
    double LogScale, double Answered, double Abandoned, double LateAnswered, double LateAbandoned, double Delay)
{
    /// <param name="inverseBlocking">One over the blocking of one server fewer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly QueueShares Shares(double inverseBlocking, double load)
    {
        var idle = inverseBlocking / load;
        idle = LogScale == 0 ? idle : idle * Math.Exp(-LogScale);
        var factor = 1 / (idle + Answered + Abandoned);
        return new(
            factor * (Answered + Abandoned),
            factor * Abandoned,
            factor * LateAnswered,
            factor * LateAbandoned,
            factor * Delay);
    }
}
