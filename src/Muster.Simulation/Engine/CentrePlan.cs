using Muster.Simulation.Centre;

namespace Muster.Simulation.Engine;

/// <summary>A checked model with names turned into indices. Immutable: all replications share one.</summary>
internal sealed class CentrePlan
{
    private CentrePlan(CentreModel model)
    {
        Model = model;
        var queues = model.Queues.Index().ToDictionary(entry => entry.Item.Name, entry => entry.Index);
        var profiles = new List<(int Group, IReadOnlyList<QueueSkill> Skills)>();
        Agents = [.. AlwaysThere(model, profiles), .. Scheduled(model, profiles)];
        ProfileGroups = [.. profiles.Select(profile => profile.Group)];
        Choices = [.. profiles.Select(profile => ChoicesOf(profile.Skills, model.Policy, queues))];
        Routes = [.. model.Queues.Select(queue => RoutesTo(queue.Name, profiles))];
        Intervals = (int)Math.Ceiling(((model.HorizonSeconds - model.WarmUpSeconds) / model.IntervalSeconds) - 1e-9);
    }

    public CentreModel Model { get; }

    public AgentPlan[] Agents { get; }

    /// <summary>Per profile: its group.</summary>
    public int[] ProfileGroups { get; }

    /// <summary>Per queue: who may take its calls, the highest level first.</summary>
    public Route[][] Routes { get; }

    /// <summary>Per profile: what it may take, the lowest rank first.</summary>
    public Choice[][] Choices { get; }

    /// <summary>How many the results have, without the warm-up and what comes after the horizon.</summary>
    public int Intervals { get; }

    /// <exception cref="ArgumentException">The model is wrong; each field is named with its remedy.</exception>
    public static CentrePlan Of(CentreModel model)
    {
        if (CentreModelChecks.Of(model) is { } refusal)
        {
            throw new ArgumentException(
                string.Join('\n', refusal.Errors.Select(error => $"{error.Field}: {error.Message}")), nameof(model));
        }

        return new CentrePlan(model);
    }

    /// <summary>The end of an interval; 0 is the warm-up, the last lies after the horizon and has no end.</summary>
    public double EndOf(int interval) => interval > Intervals
        ? double.PositiveInfinity
        : Math.Min(Model.HorizonSeconds, Model.WarmUpSeconds + (interval * Model.IntervalSeconds));

    private static IEnumerable<AgentPlan> AlwaysThere(
        CentreModel model, List<(int Group, IReadOnlyList<QueueSkill> Skills)> profiles)
    {
        return model.Groups.Index().SelectMany(entry =>
        {
            var profile = ProfileOf(profiles, entry.Index, entry.Item.Skills);
            return Enumerable.Range(1, entry.Item.AlwaysOnQueue)
                .Select(i => new AgentPlan($"{entry.Item.Name} {i}", profile, 1, null, null, -1));
        });
    }

    private static IEnumerable<AgentPlan> Scheduled(
        CentreModel model, List<(int Group, IReadOnlyList<QueueSkill> Skills)> profiles)
    {
        var groups = model.Groups.Index().ToDictionary(entry => entry.Item.Name, entry => entry.Index);
        return model.Agents.Select((agent, index) =>
        {
            var group = groups[agent.Group];
            var profile = ProfileOf(profiles, group, agent.Skills ?? model.Groups[group].Skills);
            return new AgentPlan(
                agent.Name, profile, agent.HandleTimeFactor, agent.Schedule, agent.Attendance, index);
        });
    }

    private static int ProfileOf(
        List<(int Group, IReadOnlyList<QueueSkill> Skills)> profiles, int group, IReadOnlyList<QueueSkill> skills)
    {
        var known = profiles.FindIndex(profile => profile.Group == group && profile.Skills.SequenceEqual(skills));
        if (known >= 0)
        {
            return known;
        }

        profiles.Add((group, skills));
        return profiles.Count - 1;
    }

    private static Choice[] ChoicesOf(
        IReadOnlyList<QueueSkill> skills, RoutingPolicy policy, Dictionary<string, int> queues)
    {
        var choices = skills.Select(skill => new Choice(queues[skill.Queue], policy switch
        {
            RoutingPolicy.Priority => skill.Priority,
            RoutingPolicy.SkillLevel => -skill.Level,
            _ => 0,
        }));
        return [.. choices.OrderBy(choice => choice.Rank).ThenBy(choice => choice.Queue)];
    }

    private static Route[] RoutesTo(string queue, List<(int Group, IReadOnlyList<QueueSkill> Skills)> profiles)
    {
        var routes = profiles.Index().SelectMany(profile => profile.Item.Skills
            .Where(skill => skill.Queue == queue)
            .Select(skill => new Route(profile.Index, skill.Level)));
        return [.. routes.OrderByDescending(route => route.Level).ThenBy(route => route.Profile)];
    }
}
