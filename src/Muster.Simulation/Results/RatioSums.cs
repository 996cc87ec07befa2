namespace Muster.Simulation.Results;

/// <summary>
/// Estimates a ratio of means from independent pairs (one per replication or batch), with a half-width by the delta
/// method. Source: Law, Simulation Modeling and Analysis, section 9.4 (ratio estimation).
/// </summary>
internal struct RatioSums
{
    private int _pairs;
    private double _over;
    private double _under;
    private double _overSquares;
    private double _underSquares;
    private double _products;

    public void Add(double over, double under)
    {
        _pairs++;
        _over += over;
        _under += under;
        _overSquares += over * over;
        _underSquares += under * under;
        _products += over * under;
    }

    /// <summary>Null where nothing was counted: the mean wait of nobody.</summary>
    public readonly Estimate? Result()
    {
        if (!(_under > 0))
        {
            return null;
        }

        var ratio = _over / _under;
        if (_pairs < 2)
        {
            return new Estimate(ratio, null);
        }

        var squares = _overSquares - (2 * ratio * _products) + (ratio * ratio * _underSquares);
        var deviation = Math.Sqrt(Math.Max(0, squares) / (_pairs - 1) / _pairs);
        return new Estimate(ratio, StudentQuantile.At975(_pairs - 1) * deviation / (_under / _pairs));
    }
}
