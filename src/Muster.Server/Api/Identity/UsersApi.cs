using System.ComponentModel;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Identity;
using Muster.Storage.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>User accounts.</summary>
public static class UsersApi
{
    public static void MapUsersApi(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("Users");
        users.MapGet("/", ListAsync).Requires(Permissions.UsersView).Answers<Page<UserView>>()
            .Called("Lists user accounts", "search: part of the user name, display name or e-mail.");
        users.MapPost("/", CreateAsync).Requires(Permissions.UsersEdit).Answers<UserWithPassword>(201)
            .Called("Creates a user account", "The first password is in the answer and nowhere else.");
        users.MapGet("/{id:guid}", GetAsync).Requires(Permissions.UsersView).Answers<UserView>()
            .Called("Reads a user account");
        users.MapPatch("/{id:guid}", ChangeAsync).Requires(Permissions.UsersEdit).Answers<UserView>()
            .NeedsVersion().Called("Changes a user account", "Disabling ends the user's sessions.");
        users.MapPut("/{id:guid}/grants", GrantAsync).Requires(Permissions.UsersEdit).Answers<UserView>()
            .NeedsVersion().Called("Replaces a user's rights", "Nobody can give more than they hold.");
        users.MapPost("/{id:guid}/password-reset", ResetAsync).Requires(Permissions.UsersEdit)
            .Answers<UserWithPassword>().Called("Gives a new first password", "Ends the user's sessions.");
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, UserStore store,
        [Description("A part of the name or of the user name.")] string? search, int? limit, string? cursor)
    {
        var page = PageRequest.Limit(limit);
        var after = PageRequest.Id(cursor, Guid.Empty);
        var checks = new FieldChecks().NoControls("search", search ?? "");
        if ((page.Refused ?? after.Refused ?? checks.Refusal) is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        var users = await store.ListAsync(search ?? "", new UserId(after.Value), page.Value + 1, http.RequestAborted);
        return TypedResults.Ok(PageRequest.Cut(users, page.Value, user => user.Id, UserView.Of));
    }

    private static async Task<IResult> GetAsync(HttpContext http, UserStore store, Guid id) =>
        await store.FindAsync(new UserId(id), http.RequestAborted) is { } user
            ? EntityTag.Answer(http, UserView.Of(user), user.Version)
            : Problems.Of(new Refusal.NotFound(UserAccounts.Entity, id.ToString()), http);

    private static Task<IResult> CreateAsync(
        HttpContext http, ApiWrites writes, UserAccounts accounts, NewUserBody body) =>
        writes.RunAsync(http, async (transaction, token) =>
        {
            var account = new NewAccount(body.UserName, body.DisplayName, body.Email, GrantBody.Requests(body.Grants));
            var made = await accounts.CreateAsync(transaction, account, Granter.Of(http.Caller()), token);
            return made.Then(it => new ApiAnswer(
                201, new UserWithPassword(UserView.Of(it.User), it.FirstPassword),
                $"{ApiRoot.Path}/users/{it.User.Id}", it.User.Version));
        });

    private static Task<IResult> ChangeAsync(
        HttpContext http, ApiWrites writes, UserAccounts accounts, Guid id, UserChangeBody body) =>
        writes.RunAsync(http, async (transaction, version, token) =>
            (await accounts.ChangeAsync(
                transaction, new UserId(id),
                new AccountChange(version, body.DisplayName, body.Email, body.Disabled),
                Granter.Of(http.Caller()), token)).Then(Answer));

    private static Task<IResult> GrantAsync(
        HttpContext http, ApiWrites writes, UserAccounts accounts, Guid id, GrantsBody body) =>
        writes.RunAsync(http, async (transaction, version, token) =>
            (await accounts.GrantAsync(
                transaction, new UserId(id), new GrantChange(version, GrantBody.Requests(body.Grants)),
                Granter.Of(http.Caller()), token)).Then(Answer));

    private static Task<IResult> ResetAsync(HttpContext http, ApiWrites writes, UserAccounts accounts, Guid id) =>
        writes.RunAsync(http, async (transaction, token) =>
            (await accounts.ResetPasswordAsync(transaction, new UserId(id), Granter.Of(http.Caller()), token))
                .Then(it => new ApiAnswer(
                    200, new UserWithPassword(UserView.Of(it.User), it.FirstPassword), Version: it.User.Version)));

    private static ApiAnswer Answer(User user) => new(200, UserView.Of(user), Version: user.Version);
}
