using Muster.Scheduling.Kernel;

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
        for (var attempt = 0; attempt < (_last[one] is null ? SideTries : 1); attempt++)
        {
            costs.CopyTo(_costs, 0);
            if (!SolvePriced(one, out var sides))
            {
                return double.NegativeInfinity;
            }

            best = Math.Max(best, (_program.Value + sides + forced) / (double)_scale);
            KeepLast(one);
            CountChosen(one);
            OfferChosen(one);
            if (!SteerSides(one))
            {
                return best;
            }
        }

        OfferWithin(one, costs);
        return best;
    }

    // At the best price of a count rosters with too many and with too few may cost the same, and the programme finds
    // no others: once more, with shifts of the kind only where the last one has them, and no more than the limit.
    private void OfferWithin(int one, int[] costs)
    {
        var (shape, isAny) = (_shapes[_classes[one][0]], false);
        var whole = new DayWindow(0, _problem.Days);
        for (var side = 0; side < shape.Sides.Count; side++)
        {
            if (shape.Sides[side].CountIn(whole, _program.Chosen) > shape.Sides[side].Span.HardMost)
            {
                KeepWithin(one, shape.Sides[side], costs);
                (isAny, _rounded[_sideOf[one] + side]) = (true, 0);
            }
        }

        if (!isAny)
        {
            return;
        }

        costs.CopyTo(_costs, 0);
        if (SolvePriced(one, out _))
        {
            OfferChosen(one);
        }
    }

    // Which are kept changes from step to step: a stretch of them, for single ones are worth less.
    private void KeepWithin(int one, SideCount side, int[] costs)
    {
        var worked = Enumerable.Range(side.Span.From, side.Span.To - side.Span.From)
            .Where(day => side.CountOn(day, _program.Chosen) > 0).ToList();
        var (left, kept) = (side.Span.HardMost, new HashSet<int>());
        foreach (var day in Enumerable.Range(Steps, worked.Count).Select(at => worked[at % worked.Count])
            .OrderByDescending(day => IsDecided(one, day)))
        {
            left -= side.CountOn(day, _program.Chosen);
            if (left >= 0)
            {
                kept.Add(side.FirstOf(day));
            }
        }

        for (var day = 0; day < _problem.Days; day++)
        {
            var isOut = side.MayCountOn(day) && !kept.Contains(side.FirstOf(day));
            for (var option = 0; option < side.PerOption.Length && isOut; option++)
            {
                ref var cost = ref costs[(day * side.PerOption.Length) + option];
                cost = side.PerOption[option] > 0 ? Weights.Never : cost;
            }
        }
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
