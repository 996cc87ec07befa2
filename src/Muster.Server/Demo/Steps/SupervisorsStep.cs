using Muster.Domain.Identity;
using Muster.Server.Api;
using Muster.Server.Api.Identity;
using Muster.Server.Demo.Content;

namespace Muster.Server.Demo.Steps;

/// <summary>
/// Limits supervisors to the unit that they lead. Whoever was given other rights than an account begins with keeps
/// them.
/// </summary>
internal sealed class SupervisorsStep(CentreGround ground) : ICentreStep
{
    public string Title => "Supervisors";

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        var led = ground.Content.Units.Where(unit => unit.Supervisor is not null).ToList();
        foreach (var unit in led)
        {
            tell(unit.Name);
            await LimitAsync(unit, token);
        }

        return string.Join(", ", led.Select(unit => $"{unit.Supervisor} supervises the {unit.Name}"));
    }

    private async Task LimitAsync(UnitContent unit, CancellationToken token)
    {
        var users = await ground.Administrator.GetAsync<Page<UserView>>(
            $"/users?search={unit.Supervisor}&limit={PageRequest.MaxLimit}", token);
        if (users.Items.FirstOrDefault(user => user.UserName == unit.Supervisor) is { Grants: [var grant] } user
            && grant.ScopeKind == GrantScopeKind.All)
        {
            var own = new GrantBody(
                grant.RoleId, GrantScopeKind.ManagementUnit, ground.IdOf("management-units", unit.Name));
            await ground.Administrator.PutAsync(
                $"/users/{user.Id}/grants", new GrantsBody([own]), user.Version, token);
        }
    }
}
