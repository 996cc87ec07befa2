using Muster.Domain.Identity;
using Muster.Server.Identity;
using Muster.Storage;
using Muster.Storage.Identity;

namespace Muster.Server.Host;

/// <summary>Makes the first account of an empty installation, so that somebody can sign in.</summary>
public static class FirstAdministrator
{
    public const string UserName = "admin";

    /// <returns>Name and first password when it was made now; null when there are users, or another node was
    /// faster.</returns>
    public static async Task<(string UserName, string Password)?> EnsureAsync(
        IServiceProvider services, TimeProvider time, CancellationToken token)
    {
        if (await services.GetRequiredService<UserStore>().AnyAsync(token))
        {
            return null;
        }

        var context = new WriteContext(Actor.Muster("first start"), time.GetUtcNow(), "start");
        await using var transaction = await services.GetRequiredService<Database>().BeginAsync(context, token);
        var administrator = await BuiltInRoleIds.GrantAsync(services, BuiltInRole.Administrator, token);
        var account = new NewAccount(UserName, "Administrator", null, [administrator]);
        var made = await services.GetRequiredService<UserAccounts>()
            .CreateAsync(transaction, account, Granter.CommandLine, token);
        if (made.Refused is not null)
        {
            return null;
        }

        await transaction.CommitAsync(token);
        return (UserName, made.Value.FirstPassword);
    }
}
