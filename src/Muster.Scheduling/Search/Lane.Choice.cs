using Muster.Scheduling.Kernel;

namespace Muster.Scheduling.Search;

/// <summary>Whose window is ruined next: what is broken, where coverage is short, or anybody's.</summary>
internal sealed partial class Lane
{
    private const int MostDraws = 100;
    private const double RepairShare = 0.5;

    private DayWindow ChooseMove()
    {
        if (FindBroken() is { } broken && _moves.NextUnit() < RepairShare)
        {
            _chosen.Clear();
            _chosen.Add(broken);
            _kind = -1;
            var length = 1 + _moves.Next(Math.Min(_problem.Days, BuildDays));
            var from = _moves.Next(_problem.Days - length + 1);
            return new DayWindow(from, from + length);
        }

        _kind = _mix.Choose(_moves);
        var hole = _moves.NextUnit() < _options.HoleShare ? _coverage.FindHole(_moves) : null;
        ChooseEmployees(hole);
        return ChooseWindow(hole);
    }

    private int? FindBroken()
    {
        var first = _broken > 0 ? _moves.Next(_shapes.Length) : 0;
        for (var i = 0; _broken > 0 && i < _shapes.Length; i++)
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
        var count = Math.Min(_shapes.Length, _mix.EmployeesOf(_kind));
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
        var length = _mix.DaysOf(_kind, _moves);

        // Without a corridor a whole period takes more memory than there is.
        if (_chosen.Exists(employee => _own[employee] >= BreachCost))
        {
            length = Math.Min(length, BuildDays);
        }

        var first = hole is { } known ? Math.Max(0, known.Day - length + 1) : 0;
        var last = hole is { } same ? Math.Min(days - length, same.Day) : days - length;
        var from = first + _moves.Next(last - first + 1);
        return new DayWindow(from, from + length);
    }
}
