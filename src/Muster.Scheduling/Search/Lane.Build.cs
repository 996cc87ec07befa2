using Muster.Scheduling.Kernel;

namespace Muster.Scheduling.Search;

/// <summary>The first schedule: one employee after the other.</summary>
internal sealed partial class Lane
{
    // From the schedule that the problem brings along, where it brings one.
    private void Begin()
    {
        for (var employee = 0; _problem.Start is { } start && employee < _shapes.Length; employee++)
        {
            for (var day = 0; day < _problem.Days; day++)
            {
                var local = _shapes[employee].LocalOf(start[employee, day]);
                Put(employee, day, local, start.ActivitiesOf(employee, day));
            }
        }

        Recount();
    }

    private void Build(int employee)
    {
        MarkChanged(employee);
        if (_own[employee] < BreachCost && _problem.Start is not null)
        {
            return;
        }

        BuildBlocks(employee);
        if (_own[employee] < BreachCost || _problem.Days >= BuildDays + BuildDays)
        {
            return;
        }

        if (_relaxed.Relax(employee))
        {
            Recount(employee);
            BuildBlocks(employee);
        }
        else if (_relaxed.ValidOf(employee) is { } valid)
        {
            Take(valid, employee);
        }
    }

    // Short windows take little time without; where something is broken, it has to be mended.
    private Corridor? CorridorOf(int employee, DayWindow window) =>
        window.Length > ShortWindow && _own[employee] < BreachCost ? _corridor : null;

    private void Take(int[] options, int employee)
    {
        for (var day = 0; day < _problem.Days; day++)
        {
            Take(employee, day);
            _rosters[employee][day] = _shapes[employee].LocalOf(options[day]);
        }

        PutAll(employee, new DayWindow(0, _problem.Days));
        Recount(employee);
    }

    // In blocks where the period is long; each leaves the share of the days that are still to come.
    private void BuildBlocks(int employee)
    {
        for (var from = 0; from < _problem.Days;)
        {
            var to = from + BuildDays + BuildDays > _problem.Days ? _problem.Days : from + BuildDays;
            var window = new DayWindow(from, to);
            for (var day = from; day < to; day++)
            {
                Take(employee, day);
            }

            if (!Recreate(employee, window, to))
            {
                PutAll(employee, window);
            }

            from = to;
        }
    }
}
