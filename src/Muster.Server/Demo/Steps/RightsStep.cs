using Muster.Domain.Identity;
using Muster.Server.Api;
using Muster.Server.Api.Identity;
using Muster.Server.Demo.Content;

namespace Muster.Server.Demo.Steps;

/// <summary>Supervisors get their rights in their unit alone.</summary>
internal sealed class RightsStep(CentreGround ground) : ICentreStep
{
    public string Title => "Rights";

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        var led = ground.Content.Units.Where(unit => unit.Supervisor is not null).ToList();
        foreach (var unit in led)
        {
            await LimitAsync(unit, token);
        }

        return string.Join(", ", led.Select(unit => $"{unit.Supervisor} leads the {unit.Name}"));
    }

    private async Task LimitAsync(UnitContent unit, CancellationToken token)
    {
        var users = await ground.Administrator.GetAsync<Page<UserView>>(
            $"/users?limit={PageRequest.MaxLimit}", token);
        if (users.Items.FirstOrDefault(user => user.UserName == unit.Supervisor) is not { } supervisor)
        {
            return;
        }

        var id = ground.IdOf("management-units", unit.Name);
        var everywhere = supervisor.Grants.Where(grant => grant.ScopeKind == GrantScopeKind.All).ToList();
        if (everywhere.Count > 0)
        {
            var grants = everywhere.Select(grant => new GrantBody(grant.RoleId, GrantScopeKind.ManagementUnit, id));
            await ground.Administrator.PutAsync<UserView>(
                $"/users/{supervisor.Id}/grants", new GrantsBody([.. grants]), supervisor.Version, token);
        }
    }
}
