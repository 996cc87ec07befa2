using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Bound;

/// <summary>
/// What a row costs with so many, also in parts of a person; and the price there, kept near another one (the proximal
/// point of its conjugate).
/// </summary>
internal readonly struct NeedCurve(Need need, double hard)
{
    private const double Width = 5; // persons

    private readonly double _least = need.Least;
    private readonly double _most = Math.Max(need.Least, need.Most);
    private readonly double _under = need.Under + (need.HardLeast ? hard : 0);
    private readonly double _over = need.Over;
    private readonly double _underSquare = need.UnderSquare;
    private readonly double _overSquare = need.OverSquare;

    public double Least => _least;

    /// <summary>From this on the price follows nobody any more.</summary>
    public double LastPrice => _overSquare > 0 ? double.PositiveInfinity : _over;

    /// <summary>About what one more is worth where so many are too many, or too few.</summary>
    public double PriceOf(double beside) =>
        PriceAt(_least + beside, (_over - _under) / 2, (_over + _under) / Width);

    /// <param name="have">How many there are.</param>
    /// <param name="near">The price that it should be near to.</param>
    /// <param name="slope">How much the price follows a person too many or too few.</param>
    public double PriceAt(double have, double near, double slope)
    {
        var few = near + ((have - _least) * slope);
        if (few < 0)
        {
            return few >= -_under ? few
                : -_under - (2 * _underSquare * (-_under - few) / (slope + (2 * _underSquare)));
        }

        var many = near + ((have - _most) * slope);
        return many <= 0 ? 0
            : many <= _over ? many : _over + (2 * _overSquare * (many - _over) / (slope + (2 * _overSquare)));
    }

    /// <summary>What so many cost, also in parts of people.</summary>
    public double CostOf(double have)
    {
        var (few, many) = (Math.Max(0, _least - have), Math.Max(0, have - _most));
        return (few * _under) + (few * few * _underSquare) + (many * _over) + (many * many * _overSquare);
    }

    /// <summary>The least of the cost of a count less its price, over all counts.</summary>
    public double LeastAt(double price)
    {
        var (few, many) = (Math.Max(0, -price - _under), Math.Max(0, price - _over));
        var least = price < 0 ? -price * _least : -price * _most;
        return least - (_underSquare > 0 ? few * few / (4 * _underSquare) : 0)
            - (_overSquare > 0 ? many * many / (4 * _overSquare) : 0);
    }
}
