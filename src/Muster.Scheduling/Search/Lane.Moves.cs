using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Search;

/// <summary>Ruin and recreate: a few employees lose a window and get it back one after the other.</summary>
internal sealed partial class Lane
{
    private const int MostTries = 5;
    private const double HighestMultiplier = 10_000 * Weights.Scale;

    private readonly List<int> _chosen = [];
    private readonly List<KeptWindow> _kept = [];
    private readonly MoveMix _mix;
    private readonly int _workOfDay;
    private double _temperature;
    private int _kind;

    private void RuinAndRecreate()
    {
        var (window, worked) = (ChooseMove(), _program.Work);
        var before = _coverage.Cost;
        foreach (var employee in _chosen)
        {
            before += _own[employee];
        }

        Ruin(window);
        var isDone = true;
        foreach (var employee in _chosen)
        {
            isDone = isDone && Recreate(employee, window);
        }

        var after = _coverage.Cost;
        foreach (var employee in _chosen)
        {
            after += _own[employee];
        }

        var isAccepted = isDone && IsAccepted(after - before);
        if (_kind >= 0)
        {
            var work = _program.Work - worked + (_chosen.Count * ((window.Length * _workOfDay) + 100));
            _mix.Learn(_kind, isAccepted ? after - before : 0, work);
        }

        if (isAccepted)
        {
            _chosen.ForEach(MarkChanged);
            if (after < before || _keepsEqual)
            {
                KeepBest();
            }
        }
        else
        {
            Restore(window);
        }
    }

    private bool IsAccepted(long worse) => worse <= 0
        || _acceptance.NextUnit() < Math.Exp(-worse / (_temperature * Weights.Scale));

    private void Ruin(DayWindow window)
    {
        for (var i = 0; i < _chosen.Count; i++)
        {
            var (employee, kept) = (_chosen[i], KeptAt(i));
            _rosters[employee].AsSpan(window.From, window.Length).CopyTo(kept.Options);
            for (var day = window.From; day < window.To; day++)
            {
                kept.Keep(day - window.From, _current.ActivitiesOf(employee, day));
                Take(employee, day);
            }
        }
    }

    private KeptWindow KeptAt(int index)
    {
        while (_kept.Count <= index)
        {
            _kept.Add(new KeptWindow(_problem.Days));
        }

        return _kept[index];
    }

    private void Restore(DayWindow window)
    {
        for (var i = 0; i < _chosen.Count; i++)
        {
            _tallies[_chosen[i]].Take(window);
            for (var day = window.From; day < window.To; day++)
            {
                var at = day - window.From;
                Take(_chosen[i], day);
                Put(_chosen[i], day, _kept[i].Options[at], _kept[i].ActivitiesOf(at));
            }

            _tallies[_chosen[i]].Put(window);
            SetOwn(_chosen[i]);
        }
    }

    /// <summary>Fills a window, which coverage does not count, by the dynamic programme.</summary>
    private bool Recreate(int employee, DayWindow window, int built = int.MaxValue)
    {
        var (shape, roster, tally) = (_shapes[employee], _rosters[employee], _tallies[employee]);
        tally.Take(window);
        _program.Tally = tally;
        _program.Corridor = built == int.MaxValue ? CorridorOf(employee, window) : null;
        FillCosts(employee, window);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (!_program.Solve(shape, window, roster, _costs, built))
            {
                tally.Put(window);
                return false;
            }

            _program.Chosen.AsSpan(0, window.Length).CopyTo(roster.AsSpan(window.From));
            if (!Steer(employee, window))
            {
                break;
            }
        }

        PutAll(employee, window);
        tally.Put(window);
        SetOwn(employee);
        return true;
    }

    private void FillCosts(int employee, DayWindow window)
    {
        var shape = _shapes[employee];
        var options = shape.Options.Length;
        if (_costs.Length < _problem.Days * options)
        {
            _costs = new int[_problem.Days * options];
        }

        var costs = _costs.AsSpan(0, window.Length * options);
        shape.Costs.AsSpan(window.From * options, costs.Length).CopyTo(costs);
        for (var day = window.From; day < window.To; day++)
        {
            var ofDay = costs.Slice((day - window.From) * options, options);
            _coverage.AddMarginal(shape, new ShiftCell(employee, day, Schedule.Off, default), ofDay);
        }

        if (_temperature > 0)
        {
            _noise.AddTo(costs, (float)(_options.Noise * _temperature * Weights.Scale));
        }

        for (var side = 0; side < shape.Sides.Count; side++)
        {
            AddMultiplier(shape.Sides[side], window, MultiplierOf(employee, side, window));
        }
    }

    // Where a hard maximum is used up outside, one more costs a breach; where it cannot be reached inside, nothing.
    private int MultiplierOf(int employee, int side, DayWindow window)
    {
        var count = _shapes[employee].Sides[side];
        if (count.Span.IsSoft)
        {
            return SoftMultiplier(count.Span);
        }

        var outside = _tallies[employee].CountOf(side);
        var days = Math.Min(window.To, count.Span.To) - Math.Max(window.From, count.Span.From);
        var isOpen = outside >= count.Span.HardLeast;
        return isOpen && outside >= count.Span.HardMost ? (int)BreachCost
            : isOpen && outside + (days * count.MostPerOption) <= count.Span.HardMost ? 0
            : (int)_multipliers[employee][side];
    }

    // Nobody knows which side of a soft limit is better here: each time another price, at most what a unit costs.
    private int SoftMultiplier(SpanCost span)
    {
        var price = _moves.Next(2) == 0
            ? span.CostOf(span.Highest) - span.CostOf(span.Highest - 1)
            : span.CostOf(1) - span.CostOf(0);
        return (int)(price * _moves.NextUnit());
    }

    private void AddMultiplier(SideCount side, DayWindow window, int multiplier)
    {
        if (multiplier == 0)
        {
            return;
        }

        var options = side.PerOption.Length;
        var (from, to) = (Math.Max(window.From, side.Span.From), Math.Min(window.To, side.Span.To));
        for (var day = from; day < to; day++)
        {
            for (var option = 0; option < options; option++)
            {
                _costs[((day - window.From) * options) + option] += side.PerOption[option] * multiplier;
            }
        }
    }

    /// <summary>Moves the multipliers of side counts toward their limits.</summary>
    /// <returns>True: a limit is missed, and costs have changed.</returns>
    private bool Steer(int employee, DayWindow window)
    {
        var (shape, multipliers) = (_shapes[employee], _multipliers[employee]);
        var isMissed = false;
        for (var side = 0; side < shape.Sides.Count; side++)
        {
            var span = shape.Sides[side].Span;
            if (span.IsSoft)
            {
                continue;
            }

            var count = _tallies[employee].CountOf(side)
                + shape.Sides[side].CountIn(window, _rosters[employee]);
            var isMany = span.CostOf(count) > 0 && span.CostOf(Math.Max(0, count - 1)) < span.CostOf(count);
            var isFew = span.CostOf(count) > 0 && span.CostOf(count + 1) < span.CostOf(count);
            var step = 160 + (Math.Abs(multipliers[side]) / 2);
            var change = isMany ? step : isFew ? -step : -multipliers[side] / 8;
            change = Math.Clamp(multipliers[side] + change, -HighestMultiplier, HighestMultiplier) - multipliers[side];
            if (isMany || isFew)
            {
                isMissed = true;
                AddMultiplier(shape.Sides[side], window, (int)(multipliers[side] + change) - (int)multipliers[side]);
            }

            multipliers[side] += change;
        }

        return isMissed;
    }
}
