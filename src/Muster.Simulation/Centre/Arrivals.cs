using System.Globalization;

namespace Muster.Simulation.Centre;

/// <summary>When calls of a queue arrive: a Poisson process with given rates, or calls that really happened.</summary>
public sealed class Arrivals
{
    private const double Hour = 3600;

    private Arrivals(double[] ratesPerSecond, double pieceSeconds, bool repeats, ReplayedCall[]? calls)
    {
        (RatesPerSecond, PieceSeconds, Repeats, Calls) = (ratesPerSecond, pieceSeconds, repeats, calls);
    }

    internal double[] RatesPerSecond { get; }

    internal double PieceSeconds { get; }

    internal bool Repeats { get; }

    /// <summary>Null for Poisson arrivals.</summary>
    internal ReplayedCall[]? Calls { get; }

    /// <summary>A Poisson process of one rate.</summary>
    /// <exception cref="ArgumentException">The rate is negative or not finite.</exception>
    public static Arrivals Constant(double callsPerHour) =>
        new([NotNegative(callsPerHour, nameof(callsPerHour)) / Hour], double.PositiveInfinity, false, null);

    /// <summary>
    /// A Poisson process whose rate is constant within each interval, from the start of the simulation.
    /// </summary>
    /// <param name="callsPerInterval">The expected number of calls of each interval, as a forecast gives them.</param>
    /// <param name="intervalSeconds">The length of each.</param>
    /// <param name="repeats">Whether they begin anew after the last one; else no calls come after it.</param>
    /// <exception cref="ArgumentException">
    /// There is none, one is negative or not finite, or the length is not above 0.
    /// </exception>
    public static Arrivals ByInterval(
        IReadOnlyList<double> callsPerInterval, double intervalSeconds = 900, bool repeats = false)
    {
        if (!(intervalSeconds > 0) || !double.IsFinite(intervalSeconds))
        {
            throw Wrong(nameof(intervalSeconds), intervalSeconds, "must be above 0.\nMaybe 900, a quarter of an hour.");
        }

        if (callsPerInterval.Count == 0)
        {
            throw new ArgumentException(
                "callsPerInterval is empty.\nMaybe use Constant(0) for a queue without calls.",
                nameof(callsPerInterval));
        }

        var rates = callsPerInterval.Select((calls, i) =>
            NotNegative(calls, $"callsPerInterval[{i}]") / intervalSeconds);
        return new([.. rates], intervalSeconds, repeats, null);
    }

    /// <summary>Calls at the times when they really came, in order; several may come at the same instant.</summary>
    /// <exception cref="ArgumentException">A time is negative, not finite or before the one it follows.</exception>
    public static Arrivals Replay(IEnumerable<ReplayedCall> calls)
    {
        var list = calls.ToArray();
        for (var i = 0; i < list.Length; i++)
        {
            NotNegative(list[i].AtSeconds, $"calls[{i}].AtSeconds");
            NotNegative(list[i].HandleSeconds ?? 0, $"calls[{i}].HandleSeconds");
            NotNegative(list[i].PatienceSeconds ?? 0, $"calls[{i}].PatienceSeconds");
            if (i > 0 && list[i].AtSeconds < list[i - 1].AtSeconds)
            {
                throw Wrong(
                    $"calls[{i}].AtSeconds",
                    list[i].AtSeconds,
                    "is before the call that it follows.\nMaybe sort the calls.");
            }
        }

        return new([], double.PositiveInfinity, false, list);
    }

    /// <summary>How many calls are expected in <c>[0, horizon)</c>, with a day factor of mean 1.</summary>
    internal double ExpectedIn(double horizonSeconds)
    {
        if (Calls is not null)
        {
            return Calls.Count(call => call.AtSeconds < horizonSeconds);
        }

        if (!double.IsFinite(PieceSeconds))
        {
            return RatesPerSecond[0] * horizonSeconds;
        }

        var perRound = RatesPerSecond.Sum() * PieceSeconds;
        return Repeats ? perRound * horizonSeconds / (RatesPerSecond.Length * PieceSeconds) : perRound;
    }

    private static double NotNegative(double value, string field) => value >= 0 && double.IsFinite(value)
        ? value
        : throw Wrong(field, value, "must be finite and 0 or more.\nMaybe 0 for an interval without calls.");

    private static ArgumentException Wrong(string field, double value, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{field} is {value}: it {rule}"), field);
}
