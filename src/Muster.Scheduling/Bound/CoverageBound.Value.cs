using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Bound;

/// <summary>What all rosters and counts cost at the prices.</summary>
public sealed partial class CoverageBound
{
    private const long WorkAtOnce = 20_000_000;

    private double _value;
    private int _next;

    // A pass over everybody, in parts where there are thousands; false: there is more to do.
    private bool Evaluate()
    {
        if (_next == 0)
        {
            BeginPass();
        }

        var most = _program.Work + WorkAtOnce;
        for (; _next < _classes.Length; _next++)
        {
            if (_program.Work > most)
            {
                return false;
            }

            _value += WholeOf(_next) is { } whole ? CostOf(whole)
                : _classes[_next].Length * CheapestRoster(_next);
        }

        _next = 0;
        return true;
    }

    private void BeginPass()
    {
        Array.Clear(_worked);
        _value = 0;
        for (var row = 0; row < _prices.Length; row++)
        {
            // The dynamic programme has whole costs: a price counts as it is rounded there, on both sides.
            _rounded[row] = (int)Math.Round(Math.Clamp(_prices[row] * _scale, -_most, _most));
            _value += row < _needs.Length ? CheapestCount(row) : 0;
        }

        _coverage.Price(_rounded.AsSpan(0, _rows));
    }

    private double CheapestRoster(int one)
    {
        var (employee, shape) = (_classes[one][0], _shapes[_classes[one][0]]);
        if (_costs.Length < shape.Costs.Length)
        {
            _costs = new int[shape.Costs.Length];
        }

        shape.Costs.CopyTo(_costs, 0);
        if (_families is not null)
        {
            AddFamilyCosts(one);
            AddCaps(one, shape.Options.Length);
        }
        else
        {
            AddMarginals(shape, employee, _costs);
        }

        if (_master is not null)
        {
            return CheapestWithin(one, ForceDays(one));
        }

        if (!SolvePriced(one, out var sides))
        {
            return double.NegativeInfinity;
        }

        CountChosen(one);
        return (_program.Value + sides) / (double)_scale;
    }

    private void AddCaps(int one, int options)
    {
        for (var day = 0; day < _problem.Days && _caps.IsAny; day++)
        {
            var price = _rounded[_caps.RowOf(one, day)];
            for (var cell = day * options; price != 0 && cell < (day + 1) * options; cell++)
            {
                _costs[cell] += _costs[cell] < Weights.Never ? price : 0;
            }
        }
    }

    private bool SolvePriced(int one, out long sides)
    {
        var (members, shape) = (_classes[one], _shapes[_classes[one][0]]);
        sides = 0;
        Array.Clear(_startCosts);
        for (var side = 0; side < shape.Sides.Count; side++)
        {
            sides += PriceSide(shape.Sides[side], _sideOf[one] + side, members.Length);
        }

        return Solve(one, shape);
    }

    private void CountChosen(int one)
    {
        var (members, shape) = (_classes[one], _shapes[_classes[one][0]]);
        for (var day = 0; day < _problem.Days; day++)
        {
            if (_program.Chosen[day] is >= 0 and var local)
            {
                _coverage.Count(
                    new ShiftCell(members[0], day, shape.Options[local], default), _worked, members.Length);
            }
        }

        for (var side = 0; side < shape.Sides.Count; side++)
        {
            var (row, count) = (_sideOf[one] + side, shape.Sides[side]);
            var worked = count.CountIn(new DayWindow(0, _problem.Days), _program.Chosen);
            _worked[row] = members.Length * worked;
            // Without a price any count that costs least is wanted.
            _wanted[row] = _rounded[row] == 0 ? members.Length * count.Span.NearestLeast(worked) : _wanted[row];
        }
    }

    private void AddMarginals(AgentShape shape, int employee, int[] costs)
    {
        var options = shape.Options.Length;
        for (var day = 0; day < _problem.Days; day++)
        {
            _coverage.AddMarginal(shape, new ShiftCell(employee, day, Schedule.Off, default),
                costs.AsSpan(day * options, options));
        }
    }

    // A count without a dimension has a price like a row of coverage: the roster pays it, the limit is paid.
    private int PriceSide(SideCount side, int row, int members)
    {
        var (price, options) = (_rounded[row], side.PerOption.Length);
        for (var day = side.Span.From; price != 0 && day < side.Span.To; day++)
        {
            var isSecond = side.FirstOf(day) < day;
            _startCosts[day] += isSecond ? price : 0;
            for (var option = 0; option < options && side.MayCountOn(day) && !isSecond; option++)
            {
                _costs[(day * options) + option] += side.PerOption[option] * price;
            }
        }

        var (least, at) = (long.MaxValue, 0);
        for (var count = 0; count <= side.Span.Highest; count++)
        {
            var cost = side.Span.CostOf(count) - ((long)price * count);
            (least, at) = cost < least || (cost == least && price > 0) ? (cost, count) : (least, at);
        }

        _wanted[row] = members * at;
        return (int)Math.Max(least, -Weights.Never);
    }

    // What is done costs its price; having so many on the row is paid that price, and costs what the need says.
    // The cost is convex: from the last best count it is a walk downhill.
    private double CheapestCount(int row)
    {
        var best = CostOf(row, _wanted[row]);
        foreach (var direction in (int[])[1, -1])
        {
            while (_wanted[row] + direction >= 0 && _wanted[row] + direction <= _problem.Employees.Count
                && CostOf(row, _wanted[row] + direction) is var next && next < best)
            {
                (_wanted[row], best) = (_wanted[row] + direction, next);
            }
        }

        return best;
    }

    private double CostOf(int row, int count)
    {
        var need = _needs[row];
        return need.CostOf(count) + ((double)need.ShortOf(count) * Weights.Breach)
            - (_rounded[row] / (double)_scale * count);
    }
}
