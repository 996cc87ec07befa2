using Muster.Adherence.Results;
using Muster.Adherence.Schedules;

namespace Muster.Adherence.Engine;

/// <summary>
/// Goes through the time of an agent, <c>[from, to)</c> in seconds, from one change to the next, silence of sources
/// included: <c>while (walk.Next())</c>.
/// </summary>
internal struct SpanWalk
{
    private readonly WatchedAgent _agent;
    private readonly FoldContext _context;
    private readonly uint _to;
    private int _nextEvent;
    private int _source;

    public SpanWalk(WatchedAgent agent, FoldContext context, uint from, uint to)
    {
        (_agent, _context, _to, End, State, _source) = (agent, context, to, from, -1, -1);
        PieceIndex = agent.Timeline.At(from);
        _nextEvent = agent.Events.CountUpTo(from, context.Clocks);
        for (var i = _nextEvent - 1; i >= 0 && State < 0; i--)
        {
            ref readonly var one = ref agent.Events[i];
            var then = agent.Timeline[agent.Timeline.At(context.Clocks.Second(one))];
            Take(one.State, then);
        }
    }

    public uint Start { get; private set; }

    public uint End { get; private set; }

    public int PieceIndex { get; private set; }

    /// <summary>The number of the state; -1: never heard of.</summary>
    public int State { get; private set; }

    public Actual Actual { get; private set; }

    public Judgement Judgement { get; private set; }

    public readonly ref readonly Piece Piece => ref _agent.Timeline[PieceIndex];

    public bool Next()
    {
        if (End >= _to)
        {
            return false;
        }

        Start = End;
        while (_agent.Timeline.EndOf(PieceIndex) <= Start)
        {
            PieceIndex++;
        }

        ref readonly var piece = ref Piece;
        while (_nextEvent < _agent.Events.Count && _context.Clocks.Second(_agent.Events[_nextEvent]) <= Start)
        {
            Take(_agent.Events[_nextEvent++].State, piece);
        }

        End = Math.Min(_to, _agent.Timeline.EndOf(PieceIndex));
        if (_nextEvent < _agent.Events.Count)
        {
            End = Math.Min(End, _context.Clocks.Second(_agent.Events[_nextEvent]));
        }

        Judge(piece);
        return true;
    }

    private void Take(int state, in Piece piece)
    {
        if (state != State && !_agent.Rules[piece.Rules].IsUnchanged(state))
        {
            (State, _source) = (state, _context.States.SourceOf(state));
        }
    }

    private void Judge(in Piece piece)
    {
        if (State >= 0)
        {
            var (isKnown, until) = _context.Feeds[_source].At(Start);
            End = Math.Min(End, until);
            if (!isKnown)
            {
                Actual = Actual.Unknown;
                Judgement = new Judgement(Verdict.Unknown, Impact.None, VerdictRule.SourceSilent);
                return;
            }
        }

        Actual = _agent.ActualOf(State, piece);
        Judgement = piece.Judge(Actual);
    }
}
