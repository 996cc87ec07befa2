using Muster.Domain.Identity;
using Muster.Server.Host;
using Muster.Server.Identity;
using Muster.Storage;
using Muster.Storage.Identity;

namespace Muster.Server.Demo;

/// <summary>The demonstration's accounts. Their password is known to everybody, so they exist nowhere else.</summary>
public static class DemoAccounts
{
    public const string Password = "muster-demo";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("ada", "Ada Holm, administrator", BuiltInRole.Administrator),
        new("paul", "Paul Ortiz, planner", BuiltInRole.Planner),
        new("sofia", "Sofia Lindgren, supervisor", BuiltInRole.Supervisor),
        new("amir", "Amir Haddad, agent", BuiltInRole.Agent),
    ];

    /// <summary>Whether a demonstration has been here before.</summary>
    public static async Task<bool> AreThereAsync(IServiceProvider services, CancellationToken token) =>
        (await services.GetRequiredService<UserStore>().FindByNameAsync(All[0].UserName, token))?.DisplayName
            == All[0].DisplayName;

    /// <summary>Makes the accounts that are not there yet.</summary>
    public static async Task EnsureAsync(IServiceProvider services, CancellationToken token)
    {
        foreach (var account in All)
        {
            await EnsureAsync(services, account, token);
        }
    }

    private static async Task EnsureAsync(IServiceProvider services, DemoAccount account, CancellationToken token)
    {
        if (await services.GetRequiredService<UserStore>().FindByNameAsync(account.UserName, token) is not null)
        {
            return;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var context = new WriteContext(Actor.Muster("demonstration"), now, "demo");
        await using var transaction = await services.GetRequiredService<Database>().BeginAsync(context, token);
        var grant = await BuiltInRoleIds.GrantAsync(services, account.Role, token);
        var made = await services.GetRequiredService<UserAccounts>().CreateAsync(
            transaction,
            new NewAccount(account.UserName, account.DisplayName, null, [grant])
            {
                Password = Password,
                MustChangePassword = false,
            },
            Granter.CommandLine,
            token);
        if (made.Refused is null)
        {
            await transaction.CommitAsync(token);
        }
    }
}
