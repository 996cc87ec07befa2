using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Storage.People;

namespace Muster.Server.Schedules;

/// <summary>Which agent a signed-in person is: the one with the account's user name.</summary>
public sealed class MyAgent(AgentStore agents)
{
    public async Task<Outcome<Agent>> FindAsync(Caller caller, CancellationToken token)
    {
        if (caller.Kind != ActorKind.User)
        {
            return new Refusal.Conflict($"{caller.Name} is a program and has no schedule.");
        }

        var found = await agents.ListOfUserAsync(new UserId(caller.Id), token);
        return found.Count switch
        {
            1 => found[0],
            0 => new Refusal.Conflict($"{caller.Name} is no agent, and so has no schedule.\n"
                + "Maybe an agent's user name should be that of this account: see the agents under People."),
            _ => new Refusal.Conflict($"{found.Count} agents have the user name of {caller.Name}: "
                + string.Join(", ", found.Select(agent => agent.FullName)) + ".\nMaybe change all but one."),
        };
    }
}
