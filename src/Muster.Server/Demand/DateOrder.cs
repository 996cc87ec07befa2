namespace Muster.Server.Demand;

/// <summary>Which number of a date such as 03/04/2026 is the day.</summary>
public enum DateOrder
{
    DayFirst,
    MonthFirst,
}
