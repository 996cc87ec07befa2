namespace Muster.Scheduling.Search;

/// <summary>One shift of one employee as coverage sees it.</summary>
/// <param name="option">Of the catalogue.</param>
internal readonly ref struct ShiftCell(int employee, int day, int option, ReadOnlySpan<short> activities)
{
    public int Employee { get; } = employee;

    public int Day { get; } = day;

    public int Option { get; } = option;

    public ReadOnlySpan<short> Activities { get; } = activities;
}
