namespace Muster.Forecasting.Staffing;

/// <summary>
/// The integrals of Erlang A where their series would be long or overflow: many agents with patient callers, or a
/// great overload. The density exp(a (1 - e^(-r x)) / r - n x) is log-concave; it is integrated from its peak outwards,
/// as a part of its peak, in panels that double.
/// </summary>
internal struct WaitQuadrature
{
    /// <summary>What is below exp of minus this beside the peak counts as nothing.</summary>
    private const double Depth = 45;

    private const int FewestPanels = 5;

    private readonly double _rate;
    private readonly double _threshold;
    private readonly double _peak;
    private readonly double _slope;
    private readonly double _bend;
    private readonly int _panels;
    private WaitIntegrals _sums;

    private WaitQuadrature(double servers, double load, double rate, double threshold)
    {
        (_rate, _threshold) = (rate, threshold);
        var overload = load > servers;
        var log = overload ? Math.Log(load / servers) : 0;
        _peak = log / rate;
        _slope = overload ? 0 : servers - load;
        _bend = (overload ? servers : load) / rate;
        // In a great overload of impatient callers the density bends near its peak and has a long, straight tail.
        _panels = FewestPanels + (int)Math.Log2(1 + (1 / _bend));
        _sums = new WaitIntegrals { LogScale = _bend * Exponentials.Curve(-log) };
    }

    /// <param name="rate">Handle time over patience.</param>
    /// <param name="threshold">In handle times.</param>
    public static WaitIntegrals Of(int servers, double load, double rate, double threshold)
    {
        var queue = new WaitQuadrature(servers, load, rate, threshold);
        var (start, peak) = (Math.Max(queue._peak - queue.LeftWidth(), 0), queue._peak);
        if (start < peak)
        {
            queue.Add(Math.Min(threshold, peak), Math.Min(start, threshold), false);
            queue.Add(peak, Math.Min(Math.Max(threshold, start), peak), true);
        }

        queue.Add(peak, Math.Min(Math.Max(threshold, peak), peak + queue.RightWidth(peak)), false);
        var late = Math.Max(threshold, peak);
        queue.Add(late, late + queue.RightWidth(late), true);
        return queue._sums;
    }

    private readonly double LeftWidth() =>
        Math.Min(Math.Sqrt(2 * Depth / _bend), 1 + Math.Log(1 + (2 * Depth / _bend))) / _rate;

    /// <summary>How far the density falls to nothing beside its value there, by slope and curvature.</summary>
    private readonly double RightWidth(double from)
    {
        var left = Math.Exp(-_rate * (from - _peak));
        var slope = _slope + (_bend * _rate * (1 - left));
        var bend = _bend * _rate * _rate * left;
        var width = 2 * Depth / (slope + Math.Sqrt((slope * slope) + (2 * Depth * bend)));
        // The curvature fades with distance, and what is left is a slope.
        var final = (Depth + (_bend * left)) / (_slope + (_bend * _rate));
        return Math.Min(Math.Max(width * (1 + (_rate * width)), width), Math.Max(final, width));
    }

    /// <summary>Panels from the dense end on, which may be right of the other.</summary>
    private void Add(double dense, double thin, bool isLate)
    {
        var (from, part) = (0.0, Math.ScaleB(1, 1 - _panels));
        for (var panel = 0; panel < _panels && dense != thin; panel++)
        {
            AddPanel(dense + (from * (thin - dense)), (part - from) * (thin - dense), isLate);
            (from, part) = (part, 2 * part);
        }
    }

    private void AddPanel(double from, double width, bool isLate)
    {
        for (var i = 0; i < GaussLegendre.Order; i++)
        {
            var wait = from + (width * GaussLegendre.Nodes[i]);
            var shift = wait - _peak;
            var density = Math.Exp((-_slope * shift) - (_bend * Exponentials.Curve(_rate * shift)));
            var weight = Math.Abs(width) * GaussLegendre.Weights[i] * density;
            var left = Exponentials.Lost(_rate * wait);
            var stayed = weight * (1 - left);
            _sums.Answered += stayed;
            _sums.Abandoned += weight * left;
            _sums.Delay += stayed * wait;
            if (isLate)
            {
                _sums.LateAnswered += stayed;
                _sums.LateAbandoned +=
                    weight * Math.Exp(-_rate * _threshold) * Exponentials.Lost(_rate * (wait - _threshold));
            }
        }
    }
}
