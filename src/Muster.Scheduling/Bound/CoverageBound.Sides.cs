namespace Muster.Scheduling.Bound;

/// <summary>
/// Side counts where prices come from a mix: each contract finds the prices of its own counts by itself, for they
/// concern nobody else.
/// </summary>
public sealed partial class CoverageBound
{
    private const double FirstSideStep = 4; // units of cost
    private const double LeastSideStep = 0.05;
    private const double MostSideStep = 1_000;
    private const int SideTries = 4;

    private double CheapestWithin(int one, long forced)
    {
        var (shape, best) = (_shapes[_classes[one][0]], double.NegativeInfinity);
        var costs = _costs.AsSpan(0, shape.Costs.Length).ToArray();
        for (var attempt = 0; attempt < SideTries; attempt++)
        {
            costs.CopyTo(_costs, 0);
            if (!SolvePriced(one, out var sides))
            {
                return double.NegativeInfinity;
            }

            best = Math.Max(best, (_program.Value + sides + forced) / (double)_scale);
            CountChosen(one);
            OfferChosen(one);
            if (!SteerSides(one))
            {
                break;
            }
        }

        return best;
    }

    private bool SteerSides(int one)
    {
        var (members, isMissed) = (_classes[one], false);
        for (var row = _sideOf[one]; row < _sideOf[one] + _shapes[members[0]].Sides.Count; row++)
        {
            var more = Math.Sign(_worked[row] - _wanted[row]);
            if (more == 0)
            {
                continue;
            }

            isMissed = true;
            var isSame = more == Math.Sign(_direction[row]);
            _sideSteps[row] = Math.Clamp(_sideSteps[row] * (isSame ? 1.3 : 0.5), LeastSideStep, MostSideStep);
            _direction[row] = more;
            _prices[row] += more * _sideSteps[row];
            _rounded[row] = (int)Math.Round(Math.Clamp(_prices[row] * _scale, -_most, _most));
        }

        return isMissed;
    }
}
