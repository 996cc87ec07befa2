namespace Muster.Browser.Tests.Schedule;

/// <summary>What a work plan asks of those who have it.</summary>
internal sealed record PlanFigures(
    Bounds PaidPerDay, Bounds PaidPerWeek, Bounds DaysPerWeek, Bounds Shift, (string Earliest, string Latest) Hours);
