using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Identity;
using Muster.Storage.People;

namespace Muster.Server.Api.People;

/// <summary>Accounts for agents: made on purpose, and without any right until somebody gives one.</summary>
public static class UsersOfAgentsApi
{
    public static void MapUsersOfAgentsApi(this IEndpointRouteBuilder api) =>
        api.MapPost("/people/users", CreateAsync).WithTags("People").Requires(Permissions.UsersEdit)
            .Answers<NewUsersView>(StatusCodes.Status201Created)
            .Called(
                "Makes accounts for agents", "By their user names, without any right; who cannot have one is named.");

    private static Task<IResult> CreateAsync(
        HttpContext http, ApiWrites writes, AgentStore agents, UserAccounts accounts, NewUsersBody body) =>
        writes.RunAsync(http, async (transaction, token) =>
        {
            if (body.Agents.Count is 0 or > NewUsersBody.Most)
            {
                return new Refusal.Invalid("agents", $"must name 1 to {NewUsersBody.Most} agents.");
            }

            var view = new NewUsersView([], []);
            foreach (var id in body.Agents.Distinct())
            {
                var agent = await agents.FindAsync(new AgentId(id), token);
                var made = agent is { UserName: not null, RemovedAt: null }
                    ? await accounts.CreateAsync(transaction, Account(agent), Granter.Of(http.Caller()), token)
                    : new Refusal.Conflict(agent is null ? "There is no such agent." : "The agent has no user name.");
                view = made.Refused is { } refusal
                    ? view with { Refused = [.. view.Refused, new BulkRefusalView(id, Problems.Sentence(refusal))] }
                    : view with { Made = [.. view.Made, View(id, made.Value)] };
            }

            return new ApiAnswer(StatusCodes.Status201Created, view);
        });

    private static NewAccount Account(Agent agent) => new(agent.UserName!, agent.FullName, agent.Email, []);

    private static NewUserView View(Guid agent, (User User, string FirstPassword) made) =>
        new(agent, made.User.Id.Value, made.User.UserName, made.FirstPassword);
}
