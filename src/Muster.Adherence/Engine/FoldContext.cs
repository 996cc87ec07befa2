using Muster.Adherence.Events;

namespace Muster.Adherence.Engine;

/// <summary>What all agents share.</summary>
internal sealed class FoldContext(StateTable states)
{
    public StateTable States { get; } = states;

    public SourceFeeds Feeds { get; } = new();

    public SourceClocks Clocks { get; set; } = new(states, []);
}
