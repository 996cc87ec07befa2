using Muster.Simulation.Centre;
using Muster.Simulation.Chance;

namespace Muster.Simulation.Tests.Reference;

/// <summary>The designs of multiskill_reference.csv.</summary>
internal static class ReferenceCase
{
    private const double Never = double.PositiveInfinity;

    public static CentreModel Of(string name) => name switch
    {
        "C0" => One(Distribution.Exponential(180), Distribution.Never, 14),
        "A0" => One(Distribution.Exponential(180), Distribution.Exponential(60), 12),
        "G1" => One(Distribution.Lognormal(180, 1.2), Distribution.Exponential(60), 12),
        "G2" => One(Distribution.Exponential(180), Distribution.Lognormal(60, 1.5), 12),
        "G3" => One(Distribution.Lognormal(180, 1.2), Distribution.Never, 14),
        "N1" => N(RoutingPolicy.Priority, [180, 120], [20, 18]),
        "N2" => N(RoutingPolicy.LongestWait, [180, 120], [20, 18]),
        "N3" => N(RoutingPolicy.Priority, [Never, Never], [22, 19]),
        "X1" => X(RoutingPolicy.Priority, [240, 240], [300, 300], [180, 180], [20, 20]),
        "X2" => X(RoutingPolicy.LongestWait, [360, 120], [180, 480], [120, 300], [19, 17]),
        "X3" => X(RoutingPolicy.Priority, [240, 240], [300, 300], [Never, Never], [21, 21]),
        "M1" => Many(RoutingPolicy.LongestWait, new([150, 150], [300, 300], [120, 120],
            [10, 10, 6], [[0, 2], [1, 2]], [[0], [1], [0, 1]])),
        "W1" => Many(RoutingPolicy.LongestWait, new([252, 306, 378], [120, 120, 120], [200, 200, 200],
            [14, 18], [[0], [0, 1], [1]], [[1, 0], [2, 1]])),
        "P5a" => Five(k => [k], i => [i]),
        "P5b" => Five(k => [k, (k + 4) % 5], i => [i, (i + 1) % 5]),
        "P5c" => Five(k => [k, (k + 1) % 5, (k + 2) % 5, (k + 3) % 5, (k + 4) % 5], _ => [0, 1, 2, 3, 4]),
        "D1" => D1(),
        _ => throw new ArgumentException($"There is no case {name}.", nameof(name)),
    };

    public static CentreModel D1()
    {
        var model = Many(RoutingPolicy.Priority, new([60, 120, 180, 90, 30], [420, 300, 240, 360, 600],
            [180, 180, 120, 240, 300], [14, 16, 12],
            [[0, 2], [0, 2], [1, 2], [1, 2], [2]], [[0, 1], [2, 3], [4, 3, 2, 1, 0]]));
        return model with { Queues = [.. model.Queues.Select(queue => queue with { AnswerWithinSeconds = 30 })] };
    }

    private static CentreModel One(Distribution handleTime, Distribution patience, int agents)
    {
        var queue = Centres.Queue("type0", 200, 180, Never) with { HandleTime = handleTime, Patience = patience };
        return new CentreModel
        {
            Queues = [queue],
            Groups = [Centres.Group("group0", agents, new QueueSkill("type0"))],
            HorizonSeconds = 1,
        };
    }

    private static CentreModel N(RoutingPolicy policy, double[] patience, int[] agents) =>
        Many(policy, new([300, 200], [240, 300], patience, agents, [[0, 1], [1]], [[0], [1, 0]]));

    private static CentreModel X(
        RoutingPolicy policy, double[] perHour, double[] handle, double[] patience, int[] agents) =>
        Many(policy, new(perHour, handle, patience, agents, [[0, 1], [1, 0]], [[0, 1], [1, 0]]));

    private static CentreModel Five(Func<int, int[]> typeToGroup, Func<int, int[]> groupToType) =>
        Many(RoutingPolicy.LongestWait, new(Times(120), Times(300), Times(180), [11, 11, 11, 11, 11],
            [.. Enumerable.Range(0, 5).Select(typeToGroup)], [.. Enumerable.Range(0, 5).Select(groupToType)]));

    private static double[] Times(double value) => [.. Enumerable.Repeat(value, 5)];

    /// <summary>The order of groups becomes the level of the skill, the order of types its priority.</summary>
    private static CentreModel Many(RoutingPolicy policy, Design design) => new()
    {
        Queues = [.. design.PerHour.Select((rate, k) =>
            Centres.Queue($"type{k}", rate, design.Handle[k], design.Patience[k]))],
        Groups = [.. design.Agents.Select((count, i) => Centres.Group($"group{i}", count,
            [.. design.GroupToType[i].Select((k, order) =>
                new QueueSkill($"type{k}", 100 - Array.IndexOf(design.TypeToGroup[k], i), order))]))],
        Policy = policy,
        HorizonSeconds = 1,
    };

    private sealed record Design(
        double[] PerHour, double[] Handle, double[] Patience, int[] Agents, int[][] TypeToGroup, int[][] GroupToType);
}
