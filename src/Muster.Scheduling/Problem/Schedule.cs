namespace Muster.Scheduling.Problem;

/// <summary>
/// Who works what: an option or a day off per cell, and what is done in each interval of the shift where demand is per
/// interval. Not thread-safe; <see cref="Clone"/> hands out copies.
/// </summary>
public sealed class Schedule
{
    /// <summary>The option of a day off.</summary>
    public const int Off = -1;

    private readonly int[] _options;
    private readonly short[]?[] _activities;
    private readonly int[] _lengths;

    /// <summary>Everybody is off.</summary>
    public Schedule(int employees, int days)
    {
        (Employees, Days) = (employees, days);
        _options = new int[employees * days];
        _activities = new short[employees * days][];
        _lengths = new int[employees * days];
        Array.Fill(_options, Off);
    }

    public int Employees { get; }

    public int Days { get; }

    public int this[int employee, int day] => _options[(employee * Days) + day];

    /// <summary>The options of all days of one employee.</summary>
    public ReadOnlySpan<int> Of(int employee) => _options.AsSpan(employee * Days, Days);

    /// <summary>
    /// Per interval of the shift: the planning group, or <see cref="Activity"/>. Empty on days off and in rosters.
    /// </summary>
    public ReadOnlySpan<short> ActivitiesOf(int employee, int day) =>
        _activities[(employee * Days) + day].AsSpan(0, _lengths[(employee * Days) + day]);

    /// <param name="option">An index of the catalogue, or <see cref="Off"/>.</param>
    public void Set(int employee, int day, int option, ReadOnlySpan<short> activities = default)
    {
        var cell = (employee * Days) + day;
        _options[cell] = option;
        _lengths[cell] = activities.Length;
        if (activities.Length > (_activities[cell]?.Length ?? 0))
        {
            _activities[cell] = activities.ToArray();
        }
        else
        {
            activities.CopyTo(_activities[cell]);
        }
    }

    public Schedule Clone()
    {
        var copy = new Schedule(Employees, Days);
        for (var employee = 0; employee < Employees; employee++)
        {
            copy.CopyFrom(this, employee);
        }

        return copy;
    }

    /// <summary>Takes over one employee's cells of a schedule of the same shape.</summary>
    public void CopyFrom(Schedule other, int employee)
    {
        for (var day = 0; day < Days; day++)
        {
            Set(employee, day, other[employee, day], other.ActivitiesOf(employee, day));
        }
    }
}
