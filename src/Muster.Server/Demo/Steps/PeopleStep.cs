using System.Globalization;
using Muster.Server.Api;
using Muster.Server.Api.People;
using Muster.Server.Demo.Content;
using Muster.Server.Demo.People;

namespace Muster.Server.Demo.Steps;

/// <summary>Hires the agents.</summary>
internal sealed class PeopleStep(CentreGround ground) : ICentreStep
{
    public string Title => "People";

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        var (hired, all) = (0, ground.Content.Units.Sum(unit => unit.Agents));
        foreach (var unit in ground.Content.Units)
        {
            var known = await NumbersAsync(unit, token);
            foreach (var agent in CrewDraw.Of(ground.Content, unit, ground.Monday))
            {
                tell(string.Create(CultureInfo.InvariantCulture, $"{++hired} of {all} agents"));
                if (!known.Contains(agent.EmployeeNumber))
                {
                    await HireAsync(unit, agent, token);
                }
            }
        }

        return string.Join(", ", ground.Content.Units.Select(unit =>
            string.Create(CultureInfo.InvariantCulture, $"{unit.Agents} agents of the {unit.Name}")));
    }

    private async Task<IReadOnlySet<string?>> NumbersAsync(UnitContent unit, CancellationToken token)
    {
        var id = ground.IdOf("management-units", unit.Name);
        var numbers = new HashSet<string?>();
        AgentListView part;
        do
        {
            part = await ground.Planner.GetAsync<AgentListView>(
                $"/people?management_unit_id={id}&offset={numbers.Count}&limit={PageRequest.MaxLimit}", token);
            numbers.UnionWith(part.Items.Select(agent => agent.EmployeeNumber));
        }
        while (part.Items.Count == PageRequest.MaxLimit);

        return numbers;
    }

    private Task<AgentView> HireAsync(UnitContent unit, CentreAgent agent, CancellationToken token)
    {
        var edit = new AgentEditBody(
            agent.FirstName, agent.LastName, agent.EmployeeNumber, agent.UserName,
            ManagementUnitId: ground.IdOf("management-units", unit.Name),
            TeamId: ground.IdOf("teams", agent.Team),
            WorkPlanId: ground.IdOf("work-plans", agent.WorkPlan),
            From: agent.HiredOn,
            Skills: [.. agent.Skills.Select(skill =>
                new SkillLevelBody(ground.IdOf("skills", skill.Skill), skill.Level))],
            ReinstateOn: agent.HiredOn);
        var tenant = (string)ground.Content.Organization["tenants"]![0]!["name"]!;
        return ground.Planner.PostAsync<AgentView>(
            "/people", new NewAgentBody(ground.IdOf("tenants", tenant), edit), token);
    }
}
