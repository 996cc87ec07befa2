namespace Muster.Scheduling.Bound;

/// <summary>Prices of the days on which only some of a class can work.</summary>
internal sealed partial class PriceMaster
{
    /// <summary>Of the slope of intervals: a day at work is worth more than one of them.</summary>
    private const double CapSlope = 4;

    private void Weigh(int one, RosterColumn column)
    {
        column.Weigh(_sums);
        for (var shift = 0; shift < column.Shifts.Length && _caps.IsAny; shift++)
        {
            column.Cost += _prices[_caps.RowOf(one, column.Shifts[shift].Day)];
        }
    }

    private double PriceAt(int row, double have) => _curves[row].PriceAt(
        have, _centre[row], SlopeOf(row));

    private double SlopeOf(int row) => row < _demandRows ? _slope : CapSlope * _slope;

    // Whoever works on a day in both rosters changes nothing there.
    private void AddCapWay(int one, RosterColumn column, RosterColumn other, double change)
    {
        for (var shift = 0; shift < column.Shifts.Length && _caps.IsAny; shift++)
        {
            if (column.Shifts[shift].Day is var day && other.OptionOn(day) < 0)
            {
                AddStep(_caps.RowOf(one, day), change);
            }
        }
    }

    private void Cap(int one, RosterColumn column, double people)
    {
        for (var shift = 0; shift < column.Shifts.Length && _caps.IsAny; shift++)
        {
            _have[_caps.RowOf(one, column.Shifts[shift].Day)] += people;
        }
    }
}
