using Muster.Simulation.Centre;
using Muster.Simulation.Events;

namespace Muster.Simulation.Tests.Engine;

/// <summary>Follows a run by its events alone, and refuses what the rules of routing forbid.</summary>
internal sealed class Watch(CentreModel model)
{
    private readonly List<(long Call, int Queue)> _waiting = [];
    private readonly HashSet<int> _idle = [];
    private readonly HashSet<int> _talking = [];

    public List<SimulationEvent> Events { get; } = [];

    /// <summary>Takes what was told since; afterwards nobody may wait for an agent who is idle.</summary>
    public void Look()
    {
        Events.ForEach(Take);
        Events.Clear();
        foreach (var queue in _waiting.Select(waiting => waiting.Queue).Distinct())
        {
            Assert.DoesNotContain(_idle, agent => CanTake(agent, queue));
        }
    }

    private void Take(SimulationEvent told)
    {
        switch (told.Kind)
        {
            case SimulationEventKind.CallArrived:
                _waiting.Add((told.Call, told.Queue));
                break;
            case SimulationEventKind.CallAnswered:
                Assert.True(CanTake(told.Agent, told.Queue));
                Assert.Equal(told.Call, _waiting.First(waiting => waiting.Queue == told.Queue).Call);
                Assert.True(_talking.Add(told.Agent));
                _waiting.RemoveAll(waiting => waiting.Call == told.Call);
                _idle.Remove(told.Agent);
                break;
            case SimulationEventKind.CallAbandoned:
                Assert.Equal(1, _waiting.RemoveAll(waiting => waiting.Call == told.Call));
                break;
            case SimulationEventKind.CallEnded:
                Assert.True(_talking.Remove(told.Agent));
                break;
            case SimulationEventKind.AgentReady:
                Assert.DoesNotContain(told.Agent, _talking);
                Assert.True(_idle.Add(told.Agent));
                break;
            case SimulationEventKind.AgentAway or SimulationEventKind.AgentLoggedOut:
                Assert.DoesNotContain(told.Agent, _talking);
                _idle.Remove(told.Agent);
                break;
        }
    }

    private bool CanTake(int agent, int queue)
    {
        var name = model.Queues[queue].Name;
        foreach (var group in model.Groups)
        {
            if (agent < group.AlwaysOnQueue)
            {
                return group.Skills.Any(skill => skill.Queue == name);
            }

            agent -= group.AlwaysOnQueue;
        }

        var own = model.Agents[agent];
        var skills = own.Skills ?? model.Groups.First(group => group.Name == own.Group).Skills;
        return skills.Any(skill => skill.Queue == name);
    }
}
