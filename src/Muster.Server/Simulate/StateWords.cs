using Muster.Adherence.Rules;
using Muster.Simulation.Centre;
using Muster.Simulation.Events;

namespace Muster.Server.Simulate;

/// <summary>
/// The states that the simulated telephone system tells, by the names that the page of adherence rules calls usual, and
/// what they count as.
/// </summary>
public static class StateWords
{
    public static readonly StateWord LoggedOut = new("logged_out");

    private static readonly StateWord Ready = new("ready");
    private static readonly StateWord OnCall = new("on_call");
    private static readonly StateWord AfterCall = new("after_call_work");
    private static readonly StateWord Other = new("not_ready", "other_work");

    private static readonly Dictionary<AgentActivity, StateWord> Away = new()
    {
        [AgentActivity.Break] = new("break"),
        [AgentActivity.Meal] = new("lunch"),
        [AgentActivity.Meeting] = new("meeting"),
        [AgentActivity.Training] = new("training"),
        [AgentActivity.OtherWork] = Other,
    };

    private static readonly Dictionary<StateWord, StateMeaning> Meanings = new()
    {
        [Ready] = StateMeaning.OnQueue,
        [OnCall] = StateMeaning.OnQueue,
        [AfterCall] = StateMeaning.OnQueue,
        [new("not_ready")] = StateMeaning.Unavailable,
        [Other] = StateMeaning.OtherWork,
        [new("break")] = StateMeaning.Break,
        [new("lunch")] = StateMeaning.Meal,
        [new("meeting")] = StateMeaning.Meeting,
        [new("training")] = StateMeaning.Training,
        [LoggedOut] = StateMeaning.LoggedOut,
    };

    /// <summary>Null: the agent's state stays as it is.</summary>
    public static StateWord? Of(in SimulationEvent happened) => happened.Kind switch
    {
        SimulationEventKind.AgentReady => Ready,
        SimulationEventKind.AgentTalking => OnCall,
        SimulationEventKind.AgentAfterCallWork => AfterCall,
        SimulationEventKind.AgentAway => Away[happened.Activity],
        SimulationEventKind.AgentLoggedOut => LoggedOut,
        _ => null,
    };

    /// <summary>What every state counts as, when a source tells it.</summary>
    public static IReadOnlyList<StateMapping> Mappings(string source) =>
        [.. Meanings.Select(one => new StateMapping(source, one.Key.State, one.Value, one.Key.Reason))];
}
