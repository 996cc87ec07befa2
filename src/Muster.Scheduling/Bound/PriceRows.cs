using Muster.Scheduling.Content;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Bound;

/// <summary>What has a price: each group in each interval, or each shift type on each day.</summary>
internal sealed class PriceRows
{
    private readonly ShiftGrid? _grid;
    private readonly int _options;

    public PriceRows(SchedulingProblem problem)
    {
        _grid = problem.Demand is IntervalDemand demand ? new ShiftGrid(problem, demand) : null;
        _options = problem.Options.Count;
        Groups = _grid?.Groups ?? 1;
        Demanded = _grid?.Demanded ?? problem.Demand.Needs.Count;
    }

    /// <summary>Whoever works somewhere works for one of so many.</summary>
    public int Groups { get; }

    /// <summary>Places where somebody can work: row by row, <c>place * Groups + group</c>.</summary>
    public int Demanded { get; }

    /// <summary>Whether neighbouring places need about the same.</summary>
    public bool AreIntervals => _grid is not null;

    /// <summary>The first place of a day.</summary>
    public int PlaceOf(int day) => _grid is null ? day * _options : _grid.IntervalAt(day, 0) - _grid.Before;

    public uint GroupsOf(Employee employee) => _grid is null ? 1 : SkillSets.MaskOf(employee);

    /// <summary>Adds the places that a shift works.</summary>
    public void AddStretches(List<(int From, int To)> stretches, int day, int option, short[] content)
    {
        if (_grid is null)
        {
            var place = (day * _options) + option;
            stretches.Add((place, place + 1));
            return;
        }

        var first = _grid.FirstOf(day, option) - _grid.Before;
        for (var slot = 0; slot < content.Length; slot++)
        {
            var from = slot;
            while (slot < content.Length && content[slot] == Activity.AllGroups)
            {
                slot++;
            }

            var (begin, end) = (Math.Max(0, first + from), Math.Min(_grid.Demanded, first + slot));
            if (slot > from && begin < end)
            {
                stretches.Add((begin, end));
            }
        }
    }
}
