namespace Muster.Scheduling.Kernel;

/// <summary>What can be done on each day: groups of options with their cheapest member, or a day off.</summary>
internal sealed partial class HorizonProgram
{
    private int[] _groupCost = [];
    private int[] _groupOption = [];
    private int[] _offCost = [];

    private void EnsureGroupSpace()
    {
        var days = _end - _window.From;
        var size = days * _shape.Groups.Count;
        if (_groupCost.Length < size)
        {
            (_groupCost, _groupOption) = (new int[size], new int[size]);
        }

        if (_offCost.Length < days)
        {
            _offCost = new int[days];
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

            _groupCost[(at * members.Length) + group] = chosen < 0 ? Weights.Never : best;
            _groupOption[(at * members.Length) + group] = chosen;
        }
    }

    private void FillFixedDay(int day)
    {
        var at = day - _window.From;
        _offCost[at] = _roster[day] < 0 ? 0 : Weights.Never;
        var members = _shape.Groups.Members;
        for (var group = 0; group < members.Length; group++)
        {
            var isFixed = _roster[day] >= 0 && Array.IndexOf(members[group], _roster[day]) >= 0;
            _groupCost[(at * members.Length) + group] = isFixed ? 0 : Weights.Never;
            _groupOption[(at * members.Length) + group] = isFixed ? _roster[day] : -1;
        }
    }
}
