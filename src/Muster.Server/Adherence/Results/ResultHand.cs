using Muster.Domain.People;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.Results;

/// <summary>What is being stored, some agents at a time; when the last are, the position is reached.</summary>
internal sealed class ResultHand(
    Dictionary<AgentId, Instant> starts, Instant until, ResultPosition position, PastSight past)
{
    private List<AgentId> _begun = [];

    /// <summary>Agents whose results are not stored yet, and from when on.</summary>
    public Dictionary<AgentId, Instant> Starts => starts;

    public Instant Until => until;

    public ResultPosition Position => position;

    public PastSight Past => past;

    /// <summary>Of the batch that was begun last.</summary>
    public long Number { get; set; }

    /// <summary>Whether all agents are in the batch that was begun last.</summary>
    public bool IsLast => _begun.Count == starts.Count;

    /// <summary>The agents of the next batch.</summary>
    public IReadOnlyList<AgentId> Begin(int atMost) => _begun = [.. starts.Keys.Take(atMost)];

    /// <summary>The batch goes no further than this agent.</summary>
    public void EndAt(AgentId agent) => _begun = [.. _begun.TakeWhile(one => one != agent), agent];

    /// <summary>The batch that was begun last is stored.</summary>
    public void Finish()
    {
        _begun.ForEach(agent => starts.Remove(agent));
        _begun = [];
    }
}
