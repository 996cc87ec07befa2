using System.Text.Json;
using Muster.Server.Api.Identity;
using Muster.Server.Api.Json;

namespace Muster.Server.Demo.Steps;

/// <summary>
/// Lets the client's pages begin with what somebody is there for, as if they had chosen it when they looked last.
/// </summary>
internal sealed class PagesStep(CentreGround ground, IReadOnlyList<Uri> nodes) : ICentreStep
{
    public string Title => "Pages";

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        var led = ground.Content.Units.Where(unit => unit.Supervisor is not null).ToList();
        foreach (var unit in led)
        {
            tell(unit.Name);
            using var supervisor = await CentreClient.SignInAsync(
                nodes, unit.Supervisor!, DemoAccounts.Password, ground.Time, token);
            if (supervisor is not null)
            {
                await RememberAsync(
                    supervisor, "shell", new { unit = ground.IdOf("management-units", unit.Name) }, token);
                await RememberAsync(supervisor, "forecast", Forecast, token);
                await supervisor.SignOutAsync(token);
            }
        }

        await RememberAsync(ground.Planner, "forecast", Forecast, token);
        return string.Join(", ", led.Select(unit => $"{unit.Supervisor} begins with the {unit.Name}"));
    }

    private object Forecast => new
    {
        unit = ground.BusinessUnit,
        group = ground.IdOf("planning-groups", ground.Content.Terms[0].PlanningGroup),
    };

    private static async Task RememberAsync(CentreClient who, string page, object value, CancellationToken token)
    {
        var path = $"/session/preferences/{page}";
        if ((await who.GetAsync<PreferenceBody>(path, token)).Value is null)
        {
            var text = JsonSerializer.SerializeToElement(value, ApiJson.Options);
            await who.PutAsync(path, new PreferenceBody(text), null, token);
        }
    }
}
