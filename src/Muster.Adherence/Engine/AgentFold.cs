using Muster.Adherence.Results;
using Muster.Adherence.Rules;
using Muster.Adherence.Schedules;

namespace Muster.Adherence.Engine;

/// <summary>
/// How an agent stands, as if its sources were never silent: kept up to date by going from one second at which
/// something changes to the next. Time since before the second that it stands at is kept too, because more events of
/// the same second may come.
/// </summary>
internal struct AgentFold
{
    private Run _before;
    private (int State, uint Since) _stateBefore;
    private uint _at;
    private uint _pieceEnd;
    private int _nextEvent;

    /// <summary>The verdict, and since when.</summary>
    public Run Run { get; private set; }

    /// <summary>The index of the piece that it stands in.</summary>
    public int PieceIndex { get; private set; }

    /// <summary>That piece: at hand, so that an event reads no timeline.</summary>
    public Piece Piece { get; private set; }

    /// <summary>The number of the state; -1: never heard of.</summary>
    public int State { get; private set; }

    public uint StateSince { get; private set; }

    /// <summary>From the beginning: nothing was heard.</summary>
    public void Restart(WatchedAgent agent)
    {
        (_at, _nextEvent, State, StateSince) = (0, 0, -1, 0);
        Stand(agent.Timeline, 0);
        Run = new Run(Piece.Judge(Actual.Unknown), 0, 0);
        (_before, _stateBefore) = (Run, (-1, 0));
    }

    /// <summary>Whether an event of that second comes too late to go on from here.</summary>
    public readonly bool IsPast(uint second) => second < _at;

    /// <summary>Goes on to a second; what happens in that second is included.</summary>
    public void Forward(WatchedAgent agent, FoldContext context, uint now)
    {
        while (NextChange(agent, context) is var second && second <= now)
        {
            if (second > _at)
            {
                (_before, _stateBefore, _at) = (Run, (State, StateSince), second);
            }

            if (_pieceEnd == second)
            {
                Stand(agent.Timeline, PieceIndex + 1);
            }

            TakeEvents(agent, context, agent.Rules[Piece.Rules]);
            Run = _before.Then(Piece.Judge(agent.ActualOf(State, Piece)), second);
        }
    }

    /// <summary>The next second at which something changes, as far as known.</summary>
    public readonly uint NextChange(WatchedAgent agent, FoldContext context) => _nextEvent < agent.Events.Count
        ? Math.Min(_pieceEnd, context.Clocks.Second(agent.Events[_nextEvent]))
        : _pieceEnd;

    private void Stand(Timeline timeline, int index) =>
        (PieceIndex, Piece, _pieceEnd) = (index, timeline[index], timeline.EndOf(index));

    // Those of the second that it stands at. A state that comes back within a second has never been away.
    private void TakeEvents(WatchedAgent agent, FoldContext context, CompiledRules rules)
    {
        while (_nextEvent < agent.Events.Count && context.Clocks.Second(agent.Events[_nextEvent]) == _at)
        {
            var state = agent.Events[_nextEvent++].State;
            if (!rules.IsUnchanged(state))
            {
                State = state;
            }
        }

        StateSince = State == _stateBefore.State ? _stateBefore.Since : _at;
    }
}
