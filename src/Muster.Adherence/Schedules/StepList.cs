using Muster.Adherence.Events;

namespace Muster.Adherence.Schedules;

/// <summary>A value that changes at certain seconds, which ascend; before the first it is the default one.</summary>
internal sealed class StepList<T>
    where T : struct, IEquatable<T>
{
    private readonly List<(uint Start, T Value)> _steps = [];
    private int _reader;

    public int Count => _steps.Count;

    public (uint Start, T Value) this[int index] => _steps[index];

    /// <summary>When the step at an index ends.</summary>
    public uint EndOf(int index) => index + 1 < _steps.Count ? _steps[index + 1].Start : UnixSeconds.Never;

    /// <summary>From a second on; a step of the same second is replaced.</summary>
    public void Add(uint start, T value)
    {
        if (_steps.Count > 0 && _steps[^1].Start == start)
        {
            _steps.RemoveAt(_steps.Count - 1);
        }

        if (_steps.Count == 0 || !_steps[^1].Value.Equals(value))
        {
            _steps.Add((start, value));
        }
    }

    /// <summary>Adds what another one is in <c>[from, to)</c>.</summary>
    public void AddFrom(StepList<T> other, uint from, uint to)
    {
        for (var i = 0; i < other.Count; i++)
        {
            if (other.EndOf(i) > from && other[i].Start < to)
            {
                Add(Math.Max(from, other[i].Start), other[i].Value);
            }
        }
    }

    public void AddStartsTo(List<uint> starts)
    {
        foreach (var (start, _) in _steps)
        {
            starts.Add(start);
        }
    }

    /// <summary>The value at a second that is no earlier than the one asked before.</summary>
    public T Read(uint second)
    {
        while (_reader < _steps.Count && _steps[_reader].Start <= second)
        {
            _reader++;
        }

        return _reader == 0 ? default : _steps[_reader - 1].Value;
    }

    /// <summary>Reading begins at the start again.</summary>
    public void Rewind() => _reader = 0;
}
