using System.Runtime.InteropServices;
using Muster.Adherence.Engine;
using Muster.Domain.People;
using Muster.Server.Adherence.Today;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.Results;

/// <summary>
/// What is judged and, as far as known, not stored yet: the memory of a standby. A few moments for each agent, however
/// long nobody writes. Belongs to one strand.
/// </summary>
internal sealed class DueLedger
{
    // Then the two oldest become one, which is dropped when the younger of them may be.
    private const int MostPortions = 64;

    private readonly List<DuePortion> _portions = [];
    private readonly List<DueRange> _due = [];
    private Dictionary<AgentId, Instant> _fresh = [];

    /// <summary>All that is due is due up to this moment: a whole quarter of an hour.</summary>
    public Instant Until { get; private set; }

    /// <summary>How many agents are remembered, each as often as it became due.</summary>
    public int Count => _fresh.Count + _portions.Sum(portion => portion.Starts.Count);

    /// <summary>Takes over what the fold has judged of the time before a moment.</summary>
    public void Take(TodayFold fold, Instant until)
    {
        Until = Instant.Max(Until, until);
        _due.Clear();
        fold.TakeDue(Until, _due);
        foreach (var range in _due)
        {
            Put(_fresh, range.Agent, range.Start);
        }
    }

    /// <summary>Nothing of what is due is of this transaction or of a later one.</summary>
    public void Bound(long next)
    {
        if (_fresh.Count > 0)
        {
            _portions.Add(new DuePortion(_fresh, next, Until));
            _fresh = [];
        }

        if (_portions.Count > MostPortions)
        {
            Merge(_portions[1].Starts, _portions[0].Starts);
            _portions.RemoveAt(0);
        }
    }

    /// <summary>Drops what is stored.</summary>
    public void Drop(ResultPosition stored)
    {
        var until = Instant.FromDateTimeOffset(stored.Until);
        _portions.RemoveAll(portion => portion.Next <= stored.Seen && portion.Until <= until);
    }

    /// <summary>All of it; then it is empty.</summary>
    public Dictionary<AgentId, Instant> TakeAll()
    {
        var all = _fresh;
        foreach (var portion in _portions)
        {
            Merge(all, portion.Starts);
        }

        _portions.Clear();
        _fresh = [];
        return all;
    }

    /// <summary>What was not stored after all.</summary>
    public void PutBack(Dictionary<AgentId, Instant> starts) => Merge(_fresh, starts);

    private static void Merge(Dictionary<AgentId, Instant> into, Dictionary<AgentId, Instant> starts)
    {
        foreach (var (agent, start) in starts)
        {
            Put(into, agent, start);
        }
    }

    private static void Put(Dictionary<AgentId, Instant> starts, AgentId agent, Instant start)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(starts, agent, out var isThere);
        known = isThere ? Instant.Min(known, start) : start;
    }
}
