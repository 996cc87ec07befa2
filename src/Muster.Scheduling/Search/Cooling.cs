namespace Muster.Scheduling.Search;

/// <summary>The temperature by parts of a cooling: coolings one after the other, each twice as long.</summary>
internal sealed class Cooling(SearchOptions options)
{
    /// <summary>How many temperatures the first cooling has.</summary>
    public const int Parts = 100;

    private long _length = Parts;
    private long _part;

    /// <summary>In units of cost.</summary>
    public double Temperature => options.Hot * Math.Pow(options.Cold / options.Hot, (double)_part / _length);

    /// <summary>Begins a cooling of so many parts.</summary>
    public void Restart(long parts) => (_part, _length) = (0, parts);

    /// <returns>True: a cooling has ended, and the next begins.</returns>
    public bool Next()
    {
        if (++_part < _length)
        {
            return false;
        }

        (_part, _length) = (0, _length * 2);
        return true;
    }
}
