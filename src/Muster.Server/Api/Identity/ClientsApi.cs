using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Identity;
using Muster.Storage.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>API clients: programs with credentials of their own.</summary>
public static class ClientsApi
{
    public static void MapClientsApi(this IEndpointRouteBuilder api)
    {
        var clients = api.MapGroup("/clients").WithTags("Clients");
        clients.MapGet("/", ListAsync).Requires(Permissions.ClientsView).Answers<Page<ClientView>>()
            .Called("Lists API clients");
        clients.MapPost("/", CreateAsync).Requires(Permissions.ClientsEdit).Answers<ClientWithSecret>(201)
            .Called("Creates an API client", "The secret is in the answer and nowhere else.");
        clients.MapGet("/{id:guid}", GetAsync).Requires(Permissions.ClientsView).Answers<ClientView>()
            .Called("Reads an API client");
        clients.MapPatch("/{id:guid}", ChangeAsync).Requires(Permissions.ClientsEdit).Answers<ClientView>()
            .NeedsVersion().Called("Changes an API client", "Disabling revokes its tokens.");
        clients.MapPut("/{id:guid}/grants", GrantAsync).Requires(Permissions.ClientsEdit).Answers<ClientView>()
            .NeedsVersion().Called("Replaces a client's rights", "Nobody can give more than they hold.");
        clients.MapPost("/{id:guid}/secret", RotateAsync).Requires(Permissions.ClientsEdit).Answers<ClientWithSecret>()
            .Called("Gives a new secret", "Revokes every token of the client.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, ClientStore store, int? limit, string? cursor)
    {
        var page = PageRequest.Limit(limit);
        var after = PageRequest.Id(cursor, Guid.Empty);
        if ((page.Refused ?? after.Refused) is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        var clients = await store.ListAsync(new ClientId(after.Value), page.Value + 1, http.RequestAborted);
        return TypedResults.Ok(PageRequest.Cut(clients, page.Value, client => client.Id, ClientView.Of));
    }

    private static async Task<IResult> GetAsync(HttpContext http, ClientStore store, Guid id) =>
        await store.FindAsync(new ClientId(id), http.RequestAborted) is { } client
            ? EntityTag.Answer(http, ClientView.Of(client), client.Version)
            : Problems.Of(new Refusal.NotFound(AccessScope.Client, id.ToString()), http);

    private static Task<IResult> CreateAsync(
        HttpContext http, ApiWrites writes, ApiClients clients, NewClientBody body) =>
        writes.RunAsync(http, async (transaction, token) =>
        {
            var asked = new NewClient(body.Name, body.TokenMinutes, GrantBody.Requests(body.Grants));
            var made = await clients.CreateAsync(transaction, asked, Granter.Of(http.Caller()), token);
            return made.Then(it => new ApiAnswer(
                201, new ClientWithSecret(ClientView.Of(it.Client), it.Secret),
                $"{ApiRoot.Path}/clients/{it.Client.Id}", it.Client.Version));
        });

    private static Task<IResult> ChangeAsync(
        HttpContext http, ApiWrites writes, ApiClients clients, Guid id, ClientChangeBody body) =>
        writes.RunAsync(http, async (transaction, version, token) =>
            (await clients.ChangeAsync(
                transaction, new ClientId(id),
                new ClientChange(version, body.Name, body.TokenMinutes, body.Disabled),
                Granter.Of(http.Caller()), token)).Then(Answer));

    private static Task<IResult> GrantAsync(
        HttpContext http, ApiWrites writes, ApiClients clients, Guid id, GrantsBody body) =>
        writes.RunAsync(http, async (transaction, version, token) =>
            (await clients.GrantAsync(
                transaction, new ClientId(id), new GrantChange(version, GrantBody.Requests(body.Grants)),
                Granter.Of(http.Caller()), token)).Then(Answer));

    private static Task<IResult> RotateAsync(HttpContext http, ApiWrites writes, ApiClients clients, Guid id) =>
        writes.RunAsync(http, async (transaction, token) =>
            (await clients.RotateAsync(transaction, new ClientId(id), Granter.Of(http.Caller()), token))
                .Then(it => new ApiAnswer(
                    200, new ClientWithSecret(ClientView.Of(it.Client), it.Secret), Version: it.Client.Version)));

    private static ApiAnswer Answer(Client client) => new(200, ClientView.Of(client), Version: client.Version);
}
