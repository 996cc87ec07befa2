using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Search;

/// <summary>Ruin and recreate: a few employees lose a window and get it back one after the other.</summary>
internal sealed partial class Lane
{
    private const int MostTries = 5;
    private const int MostDraws = 100;
    private const double RepairShare = 0.5;
    private const double HighestMultiplier = 10_000 * Weights.Scale;

    private readonly List<int> _chosen = [];
    private readonly List<KeptWindow> _kept = [];
    private double _temperature;

    private void RuinAndRecreate()
    {
        var window = ChooseMove();
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

        if (isDone && IsAccepted(after - before))
        {
            foreach (var employee in _chosen)
            {
                _isChanged[employee] = true;
            }

            if (after < before)
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

    private DayWindow ChooseMove()
    {
        if (FindBroken() is { } broken && _moves.NextUnit() < RepairShare)
        {
            _chosen.Clear();
            _chosen.Add(broken);
            var length = 1 + _moves.Next(Math.Min(_problem.Days, BuildDays));
            var from = _moves.Next(_problem.Days - length + 1);
            return new DayWindow(from, from + length);
        }

        var hole = _moves.NextUnit() < _options.HoleShare ? _coverage.FindHole(_moves) : null;
        ChooseEmployees(hole);
        return ChooseWindow(hole);
    }

    private int? FindBroken()
    {
        var first = _moves.Next(_shapes.Length);
        for (var i = 0; i < _shapes.Length; i++)
        {
            var employee = (first + i) % _shapes.Length;
            if (_own[employee] >= BreachCost)
            {
                return employee;
            }
        }

        return null;
    }

    private void ChooseEmployees(Hole? hole)
    {
        _chosen.Clear();
        var count = Math.Min(_shapes.Length, 1 + _moves.Next(_options.MostEmployees));
        for (var attempt = 0; _chosen.Count < count && attempt < MostDraws; attempt++)
        {
            var employee = _moves.Next(_shapes.Length);
            var isFit = hole is not { } place || _chosen.Count > 0
                || _coverage.CanFill(_shapes[employee], employee, place);
            if (isFit && !_chosen.Contains(employee))
            {
                _chosen.Add(employee);
            }
        }
    }

    private DayWindow ChooseWindow(Hole? hole)
    {
        var days = _problem.Days;
        var share = _moves.NextUnit();
        var length = 1 + (int)(Math.Min(days, _options.MostDays) * share * share);
        var first = hole is { } known ? Math.Max(0, known.Day - length + 1) : 0;
        var last = hole is { } same ? Math.Min(days - length, same.Day) : days - length;
        var from = first + _moves.Next(last - first + 1);
        return new DayWindow(from, from + length);
    }

    private void Ruin(DayWindow window)
    {
        for (var i = 0; i < _chosen.Count; i++)
        {
            var (employee, kept) = (_chosen[i], KeptAt(i));
            _rosters[employee].AsSpan(window.From, window.Length).CopyTo(kept.Options);
            kept.Own = _own[employee];
            for (var day = window.From; day < window.To; day++)
            {
                var activities = _current.ActivitiesOf(employee, day);
                kept.Activities[day - window.From] = activities.Length > 0 ? activities.ToArray() : null;
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
            for (var day = window.From; day < window.To; day++)
            {
                var at = day - window.From;
                Take(_chosen[i], day);
                Put(_chosen[i], day, _kept[i].Options[at], _kept[i].Activities[at]);
            }

            _own[_chosen[i]] = _kept[i].Own;
        }
    }

    /// <summary>Fills a window, which coverage does not count, by the dynamic programme.</summary>
    private bool Recreate(int employee, DayWindow window, int built = int.MaxValue)
    {
        var (shape, roster) = (_shapes[employee], _rosters[employee]);
        FillCosts(employee, window);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (!_program.Solve(shape, window, roster, _costs, built))
            {
                return false;
            }

            _program.Chosen.AsSpan(0, window.Length).CopyTo(roster.AsSpan(window.From));
            if (!Steer(employee, window))
            {
                break;
            }
        }

        PutAll(employee, window);
        _own[employee] = RosterCost.Of(shape, roster);
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
            // The noise of many days adds up: each has less of it.
            var mean = _options.Noise * _temperature * Math.Sqrt(7.0 / Math.Max(7, window.Length));
            _noise.AddTo(costs, (float)(mean * Weights.Scale));
        }

        for (var side = 0; side < shape.Sides.Count; side++)
        {
            var multiplier = shape.Sides[side].Span.IsSoft
                ? SoftMultiplier(shape.Sides[side].Span)
                : (int)_multipliers[employee][side];
            AddMultiplier(shape.Sides[side], window, multiplier);
        }
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

            var count = RosterCost.CountOf(shape.Sides[side], _rosters[employee]);
            var isMany = span.CostOf(count) > 0 && span.CostOf(Math.Max(0, count - 1)) < span.CostOf(count);
            var isFew = span.CostOf(count) > 0 && span.CostOf(count + 1) < span.CostOf(count);
            var change = isMany ? 160 + (multipliers[side] / 2) : isFew ? -160 + (multipliers[side] / 2)
                : -multipliers[side] / 8;
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
