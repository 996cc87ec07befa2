using Microsoft.Extensions.DependencyInjection;
using Muster.Domain.Identity;
using Muster.Server.Identity;
using Muster.Storage;
using Muster.Storage.Identity;

namespace Muster.Server.Tests;

/// <summary>Accounts that tests sign in with.</summary>
public static class TestAccounts
{
    public const string Password = "correct horse battery";

    public static async Task AddAsync(IServiceProvider services, string userName, params string[] roles)
    {
        var known = await services.GetRequiredService<AccessRoleStore>().ListAsync(CancellationToken.None);
        var grants = roles.Select(name => new GrantRequest(
            known.Single(role => role.Name == name).Id.Value, GrantScopeKind.All, null));
        var context = new WriteContext(Actor.Muster("test"), DateTimeOffset.UnixEpoch.AddYears(50), "test");
        await using var transaction = await services.GetRequiredService<Database>()
            .BeginAsync(context, CancellationToken.None);
        var made = await services.GetRequiredService<UserAccounts>().CreateAsync(
            transaction,
            new NewAccount(userName, userName, null, [.. grants]) { Password = Password, MustChangePassword = false },
            Granter.CommandLine,
            CancellationToken.None);
        Assert.Null(made.Refused);
        await transaction.CommitAsync(CancellationToken.None);
    }
}
