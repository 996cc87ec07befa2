using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Identity;
using Muster.Storage.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>Access roles and the permissions they are made of.</summary>
public static class AccessRolesApi
{
    public static void MapAccessRolesApi(this IEndpointRouteBuilder api)
    {
        var roles = api.MapGroup("/access-roles").WithTags("Access roles");
        roles.MapGet("/", ListAsync).Requires(Permissions.AccessRolesView).Answers<Page<AccessRoleView>>()
            .Called("Lists access roles");
        roles.MapPost("/", CreateAsync).Requires(Permissions.AccessRolesEdit).Answers<AccessRoleView>(201)
            .Called("Creates an access role", "Nobody can put a permission in that they do not hold.");
        roles.MapGet("/{id:guid}", GetAsync).Requires(Permissions.AccessRolesView).Answers<AccessRoleView>()
            .Called("Reads an access role");
        roles.MapPatch("/{id:guid}", ChangeAsync).Requires(Permissions.AccessRolesEdit).Answers<AccessRoleView>()
            .NeedsVersion().Called("Changes an access role", "Built-in roles stay as they are.");
        roles.MapDelete("/{id:guid}", DeleteAsync).Requires(Permissions.AccessRolesEdit).AnswersNothing()
            .NeedsVersion().Called("Deletes an access role", "One that is still granted stays.");
        api.MapGet("/permissions", ListPermissions).WithTags("Access roles").Requires(Permissions.AccessRolesView)
            .Answers<Page<PermissionView>>().Called("Lists every permission there is");
    }

    private static Page<PermissionView> ListPermissions() => new([.. Permissions.All.Select(PermissionView.Of)]);

    private static async Task<Page<AccessRoleView>> ListAsync(HttpContext http, AccessRoleStore store) =>
        new([.. (await store.ListAsync(http.RequestAborted)).Select(AccessRoleView.Of)]);

    private static async Task<IResult> GetAsync(HttpContext http, AccessRoleStore store, Guid id) =>
        await store.FindAsync(new AccessRoleId(id), http.RequestAborted) is { } role
            ? EntityTag.Answer(http, AccessRoleView.Of(role), role.Version)
            : Problems.Of(new Refusal.NotFound(AccessRoles.Entity, id.ToString()), http);

    private static Task<IResult> CreateAsync(
        HttpContext http, ApiWrites writes, AccessRoles roles, NewAccessRoleBody body) =>
        writes.RunAsync(http, async (transaction, token) =>
        {
            var asked = new AccessRoleChange(0, body.Name, body.Description, body.Permissions);
            var made = await roles.CreateAsync(transaction, asked, Granter.Of(http.Caller()), token);
            return made.Then(role => new ApiAnswer(
                201, AccessRoleView.Of(role), $"{ApiRoot.Path}/access-roles/{role.Id}", role.Version));
        });

    private static Task<IResult> ChangeAsync(
        HttpContext http, ApiWrites writes, AccessRoles roles, Guid id, AccessRoleChangeBody body) =>
        writes.RunAsync(http, async (transaction, version, token) =>
        {
            var change = new AccessRoleChange(version, body.Name, body.Description, body.Permissions);
            var changed = await roles.ChangeAsync(
                transaction, new AccessRoleId(id), change, Granter.Of(http.Caller()), token);
            return changed.Then(role => new ApiAnswer(200, AccessRoleView.Of(role), Version: role.Version));
        });

    private static Task<IResult> DeleteAsync(HttpContext http, ApiWrites writes, AccessRoles roles, Guid id) =>
        writes.RunAsync(http, async (transaction, version, token) =>
            (await roles.DeleteAsync(transaction, new AccessRoleId(id), version, token))
                .Then(_ => ApiAnswer.NoContent));
}
