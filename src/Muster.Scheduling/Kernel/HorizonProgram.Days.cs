namespace Muster.Scheduling.Kernel;

/// <summary>What can be done on each day: groups of options with their cheapest member, or a day off.</summary>
internal sealed partial class HorizonProgram
{
    private int[] _openGroup = [];
    private int[] _openCost = [];
    private int[] _openOption = [];
    private int[] _openCount = [];
    private int[] _offCost = [];
    private int[] _bestOfKind = [];

    /// <summary>
    /// Where an employee has very many groups of options, whether only the best of each kind is looked at: almost as
    /// good, and much faster.
    /// </summary>
    public bool IsRough { get; init; }

    // By rank of their in-class, and only those that are possible.
    private int FirstOpen(int day) => (day - _window.From) * _shape.Groups.Count;

    private void EnsureGroupSpace()
    {
        var days = _end - _window.From;
        var size = days * _shape.Groups.Count;
        if (_openGroup.Length < size)
        {
            (_openGroup, _openCost, _openOption) = (new int[size], new int[size], new int[size]);
        }

        if (_offCost.Length < days)
        {
            (_offCost, _openCount) = (new int[days], new int[days]);
        }

        for (var day = _window.From; day < _end; day++)
        {
            if (day < _window.To)
            {
                FillFreeDay(day);
            }
            else
            {
                FillFixedDay(day);
            }
        }
    }

    private void FillFreeDay(int day)
    {
        var at = day - _window.From;
        var costs = _costs.AsSpan(at * _shape.Options.Length, _shape.Options.Length);
        _offCost[at] = _shape.DayOff[day];
        var members = _shape.Groups.Members;
        var (first, next) = (FirstOpen(day), FirstOpen(day));
        for (var group = 0; group < members.Length; group++)
        {
            // What is forbidden may have become a little cheaper by prices and noise.
            int best = Weights.Never / 2, chosen = -1;
            foreach (var option in members[group])
            {
                if (costs[option] < best)
                {
                    (best, chosen) = (costs[option], option);
                }
            }

            if (chosen >= 0)
            {
                (_openGroup[next], _openCost[next], _openOption[next]) = (group, best, chosen);
                next++;
            }
        }

        _openCount[at] = IsRough && _shape.Groups.Kinds < members.Length ? BestOfKinds(first, next) : next - first;
    }

    // The present shift stays possible, so that nothing is lost.
    private int BestOfKinds(int first, int end)
    {
        var kinds = _shape.Groups;
        if (_bestOfKind.Length < kinds.Kinds)
        {
            _bestOfKind = new int[kinds.Kinds];
        }

        Array.Fill(_bestOfKind, -1);
        for (var i = first; i < end; i++)
        {
            ref var best = ref _bestOfKind[kinds.Kind[_openGroup[i]]];
            best = best < 0 || _openCost[i] < _openCost[best] ? i : best;
        }

        var next = first;
        var present = _roster[_window.From + (first / kinds.Count)];
        for (var i = first; i < end; i++)
        {
            if (_bestOfKind[kinds.Kind[_openGroup[i]]] == i || _openOption[i] == present)
            {
                (_openGroup[next], _openCost[next], _openOption[next]) = (_openGroup[i], _openCost[i], _openOption[i]);
                next++;
            }
        }

        return next - first;
    }

    private void FillFixedDay(int day)
    {
        var at = day - _window.From;
        _offCost[at] = _roster[day] < 0 ? 0 : Weights.Never;
        _openCount[at] = 0;
        if (_roster[day] >= 0)
        {
            var first = FirstOpen(day);
            (_openGroup[first], _openCost[first], _openOption[first]) =
                (_shape.Groups.GroupOf[_roster[day]], 0, _roster[day]);
            _openCount[at] = 1;
        }
    }
}
