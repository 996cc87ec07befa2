using Muster.Domain.Outcomes;
using Muster.Server.Api.Writes;
using Muster.Server.People;

namespace Muster.Server.Api.People;

/// <summary>Writes agents and answers how they are then.</summary>
public sealed class PeopleWriting(ApiWrites writes, Agents agents, PeopleReading reading)
{
    public ApiWrites Writes => writes;

    public Agents Agents => agents;

    public async Task<Outcome<ApiAnswer>> AnswerAsync(
        Outcome<AgentChanged> outcome, int status, CancellationToken token)
    {
        if (outcome.Refused is { } refusal)
        {
            return refusal;
        }

        var agent = outcome.Value.Agent;
        var place = status == StatusCodes.Status201Created ? $"{ApiRoot.Path}/people/{agent.Id}" : null;
        return new ApiAnswer(status, await reading.ViewAsync(agent, token), place, agent.Version);
    }
}
