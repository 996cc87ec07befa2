using Muster.Domain.Identity;
using Muster.Server.Api;
using Muster.Server.Api.Identity;
using Muster.Server.Simulate;
using NodaTime;

namespace Muster.Server.Demo;

/// <summary>
/// The demonstration's telephone system: a simulated one, which tells the node by the public API what agents do and
/// which calls come, from this day's midnight on and then as it happens.
/// </summary>
/// <param name="speed">How many times as fast as the clock the day so far is told; null: at once.</param>
public sealed class DemoTelephones(
    IReadOnlyList<Uri> nodes, Guid businessUnit, double? speed, TimeProvider time, Action<string> say)
{
    private const string Name = "Simulated telephones";
    private const string AdministratorName = "ada";

    private static readonly string[] Rights =
    [
        Permissions.OrganizationView.Name, Permissions.PeopleView.Name, Permissions.ScheduleView.Name,
        Permissions.ForecastView.Name, Permissions.AdherenceView.Name, Permissions.EventsWrite.Name,
    ];

    /// <summary>Runs until it is stopped, or there is no schedule to go by any more.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        try
        {
            if (await EnterAsync(token) is not { } client)
            {
                say($"The telephones are silent: {AdministratorName} has another password.");
                return;
            }

            var options = new SimulateOptions
            {
                Node = nodes[0],
                Others = [.. nodes.Skip(1)],
                Client = client.Client.ClientId,
                Secret = client.ClientSecret,
                Unit = businessUnit.ToString(),
                From = LocalTime.Midnight,
                Speed = speed,
            };
            await new CentreSimulator(options, time, say).RunAsync(token);
        }
        catch (StartRefusedException refused)
        {
            say($"The telephones are silent: {refused.Message}");
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The way to end it.
        }
    }

    // Secrets are told once: each start has a new one.
    private async Task<ClientWithSecret?> EnterAsync(CancellationToken token)
    {
        using var administrator = await CentreClient.SignInAsync(
            nodes, AdministratorName, DemoAccounts.Password, time, token);
        if (administrator is null)
        {
            return null;
        }

        var clients = await administrator.GetAsync<Page<ClientView>>($"/clients?limit={PageRequest.MaxLimit}", token);
        var known = clients.Items.FirstOrDefault(client => client.Name == Name);
        var client = known is null
            ? await administrator.PostAsync<ClientWithSecret>("/clients", await NewAsync(administrator, token), token)
            : await administrator.PostAsync<ClientWithSecret>($"/clients/{known.Id}/secret", new { }, token);
        await administrator.SignOutAsync(token);
        return client;
    }

    private static async Task<NewClientBody> NewAsync(CentreClient administrator, CancellationToken token)
    {
        var roles = await administrator.GetAsync<Page<AccessRoleView>>("/access-roles", token);
        var role = roles.Items.FirstOrDefault(one => one.Name == Name)
            ?? await administrator.PostAsync<AccessRoleView>(
                "/access-roles", new NewAccessRoleBody(Name, "What a telephone system tells.", Rights), token);
        return new NewClientBody(Name, null, [new GrantBody(role.Id, GrantScopeKind.All)]);
    }
}
