namespace Muster.Scheduling.Search;

/// <summary>What one employee had in a window before it was ruined.</summary>
internal sealed class KeptWindow(int days)
{
    private readonly short[][] _activities = new short[days][];
    private readonly int[] _lengths = new int[days];

    /// <summary>Local, by day of the window.</summary>
    public int[] Options { get; } = new int[days];

    public void Keep(int day, ReadOnlySpan<short> activities)
    {
        _lengths[day] = activities.Length;
        if (activities.Length > (_activities[day]?.Length ?? 0))
        {
            _activities[day] = new short[activities.Length];
        }

        activities.CopyTo(_activities[day]);
    }

    public ReadOnlySpan<short> ActivitiesOf(int day) => _activities[day].AsSpan(0, _lengths[day]);
}
