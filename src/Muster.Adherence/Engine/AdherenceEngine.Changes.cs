using Muster.Adherence.Events;
using Muster.Adherence.Results;
using NodaTime;

namespace Muster.Adherence.Engine;

public sealed partial class AdherenceEngine
{
    private const int LeastChanges = 1024;

    // In the order of stamps. Only an agent's last change counts; those before are cleared away now and then. Written
    // at its end alone, so that an event touches no agent but its own.
    private readonly List<(long Stamp, WatchedAgent Agent)> _changes = [];

    /// <summary>The stamp of the last change of any agent's status; 0: none so far.</summary>
    public long Stamp { get; private set; }

    /// <summary>Adds the status of every agent that may have changed after a stamp; from 0 on: of all.</summary>
    public void ChangedSince(long stamp, ICollection<AgentStatus> changed)
    {
        for (var i = _changes.Count - 1; i >= 0 && _changes[i].Stamp > stamp; i--)
        {
            if (_changes[i].Agent.Stamp == _changes[i].Stamp)
            {
                changed.Add(StatusOf(_changes[i].Agent));
            }
        }
    }

    /// <summary>
    /// Adds, for each agent, the time up to a moment of which results are new, or have changed since they were taken.
    /// They count as taken then. Starts are at whole intervals of 15 minutes.
    /// </summary>
    /// <param name="upTo">At most <see cref="Now"/>.</param>
    public void TakeDue(Instant upTo, ICollection<DueRange> due)
    {
        NoticeSilence();
        var end = Math.Min(UnixSeconds.Floor(upTo), _now);
        foreach (var agent in _agents.Values.Where(agent => agent.DueFrom < Math.Min(end, agent.EndsAt)))
        {
            var start = Math.Max(_from, agent.DueFrom - (agent.DueFrom % IntervalSeconds));
            due.Add(new DueRange(agent.Place.Agent, UnixSeconds.At(start), UnixSeconds.At(end)));
            agent.DueFrom = end;
        }
    }

    private void Mark(WatchedAgent agent)
    {
        if (_changes.Count > LeastChanges + (4 * _agents.Count))
        {
            _changes.RemoveAll(one => one.Agent.Stamp != one.Stamp);
        }

        agent.Stamp = ++Stamp;
        _changes.Add((agent.Stamp, agent));
    }

    private static void Unmark(WatchedAgent agent) => agent.Stamp = 0;
}
