using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Storage.People;

namespace Muster.Server.Schedules;

/// <summary>Which agent a signed-in person is: the one with the account's user name.</summary>
public sealed class MyAgent(AgentStore agents)
{
    public async Task<Outcome<Agent>> FindAsync(Caller caller, CancellationToken token) =>
        caller.Kind == ActorKind.User
            ? await FindAsync(new UserId(caller.Id), caller.Name, token)
            : new Refusal.Conflict($"{caller.Name} is a program and has no schedule.");

    public Task<Outcome<Agent>> FindAsync(User user, CancellationToken token) =>
        FindAsync(user.Id, user.UserName, token);

    private async Task<Outcome<Agent>> FindAsync(UserId user, string name, CancellationToken token)
    {
        var found = await agents.ListOfUserAsync(user, token);
        return found.Count switch
        {
            1 => found[0],
            0 => new Refusal.Conflict($"{name} is no agent, and so has no schedule.\n"
                + "Maybe an agent's user name should be that of this account: see the agents under People."),
            _ => new Refusal.Conflict($"{found.Count} agents have the user name of {name}: "
                + string.Join(", ", found.Select(agent => agent.FullName)) + ".\nMaybe change all but one."),
        };
    }
}
