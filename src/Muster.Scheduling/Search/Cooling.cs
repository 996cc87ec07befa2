namespace Muster.Scheduling.Search;

/// <summary>The temperature by step: coolings one after the other, each twice as long.</summary>
internal sealed class Cooling(SearchOptions options)
{
    private long _length = Math.Max(1, options.CoolingSteps);
    private long _step;

    /// <summary>In units of cost.</summary>
    public double Temperature =>
        options.Hot * Math.Pow(options.Cold / options.Hot, (double)_step / _length);

    /// <returns>True: a cooling has ended, and the next begins.</returns>
    public bool Next()
    {
        if (++_step < _length)
        {
            return false;
        }

        (_step, _length) = (0, _length * 2);
        return true;
    }
}
