namespace Muster.Adherence.Events;

/// <summary>
/// Small numbers for the states and sources that were ever seen, in the order in which they were. Grows only; not
/// thread-safe. Numbers mean nothing outside of their table: they are never stored.
/// </summary>
public sealed class StateTable
{
    /// <summary>So many states, reason codes included, have a number; readers of events put the rest aside.</summary>
    public const int MostStates = 1 << 20;

    private readonly Dictionary<SourceState, int> _ids = [];
    private readonly List<SourceState> _states = [];
    private readonly List<int> _sourceOf = [];
    private readonly Dictionary<string, int> _sourceIds = new(StringComparer.Ordinal);
    private readonly List<string> _sources = [];

    public int Count => _states.Count;

    public int SourceCount => _sources.Count;

    /// <summary>The number of a state, a new one if it was never seen.</summary>
    /// <exception cref="InvalidOperationException">There are <see cref="MostStates"/> already.</exception>
    public int Add(SourceState state)
    {
        if (_ids.TryGetValue(state, out var known))
        {
            return known;
        }

        if (_states.Count == MostStates)
        {
            throw new InvalidOperationException(
                $"There are {MostStates} states and reason codes already; {state} is one too many.\n"
                + "Maybe the source writes free text into its reason codes.");
        }

        _sourceOf.Add(AddSource(state.Source));
        _states.Add(state);
        return _ids[state] = _states.Count - 1;
    }

    /// <summary>The number of a source, a new one if it was never seen.</summary>
    public int AddSource(string source)
    {
        if (!_sourceIds.TryGetValue(source, out var id))
        {
            id = _sourceIds[source] = _sources.Count;
            _sources.Add(source);
        }

        return id;
    }

    /// <exception cref="ArgumentOutOfRangeException">It is not of this table.</exception>
    public SourceState StateOf(int state) => _states[state];

    /// <summary>The number of the source that a state belongs to.</summary>
    public int SourceOf(int state) => _sourceOf[state];

    /// <exception cref="ArgumentOutOfRangeException">It is not of this table.</exception>
    public string SourceName(int source) => _sources[source];
}
