using System.Runtime.CompilerServices;

namespace Muster.Simulation.Engine;

/// <summary>A number of people over time, and its area since the interval began.</summary>
internal struct Level
{
    private double _area;
    private double _since;
    private int _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Change(int by, double now)
    {
        _area += _count * (now - _since);
        _since = now;
        _count += by;
    }

    /// <summary>The area up to an instant, without touching it.</summary>
    public readonly double AreaAt(double now) => _area + (_count * (now - _since));

    /// <summary>The area of an interval that ends; the next one begins.</summary>
    public double Close(double end)
    {
        var area = AreaAt(end);
        (_area, _since) = (0, end);
        return area;
    }
}
