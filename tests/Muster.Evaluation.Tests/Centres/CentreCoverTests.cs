using Muster.Evaluation.Centres;

namespace Muster.Evaluation.Tests.Centres;

public sealed class CentreCoverTests
{
    private static readonly WorkPlan Plan = new()
    {
        Name = "one slot",
        MinDaysPerWeek = 0,
        MaxDaysPerWeek = 7,
        MinMinutesPerWeek = 0,
        MaxMinutesPerWeek = 6000,
        MinShiftMinutes = 15,
        MaxShiftMinutes = 15,
        EarliestStart = 0,
        LatestStart = 95,
        Rests = [],
    };

    [Theory]
    [InlineData("0 0 0", "", 0, 0)]
    [InlineData("2 0 0", "", 2, 0)]
    [InlineData("1 1 0", "3", 1, 0)]
    [InlineData("1 1 0", "3 3 3", 0, 1)]
    [InlineData("2 1 0", "1 2 3", 0, 0)]
    [InlineData("2 1 0", "2 2 3", 1, 1)]
    [InlineData("1 1 1", "1 1 7", 1, 1)]
    [InlineData("1 1 1", "3 3 3", 1, 1)]
    [InlineData("1 1 1", "3 6 5", 0, 0)]
    public void An_agent_with_several_skills_counts_once(string required, string skills, int missing, int excess)
    {
        var cover = Cover(Numbers(required), Numbers(skills));

        Assert.Equal((missing, excess), (cover.Missing, cover.Excess));
        Assert.Equal((10 * missing) + excess, cover.Cost);
    }

    /// <summary>Every way to give each agent one group, beside the smallest cut.</summary>
    [Fact]
    public void As_many_are_served_as_the_best_of_all_assignments_serves()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            int[] required = [random.Next(4), random.Next(4), random.Next(4)];
            int[] skills = [.. Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(1, 8))];

            Assert.Equal(Best(required, skills), Cover(required, skills).Served);
        }
    }

    [Fact]
    public void Nobody_is_on_queue_in_a_rest_and_behind_the_horizon()
    {
        var shift = new CentreShift("a0", (6 * 96) + 92, 10, [new((6 * 96) + 93, 2)]);

        Assert.Equal(8, shift.OnQueue().Count());
        Assert.Equal(2, CentreCover.Of(Instance([0, 0, 0], [1]), new([shift])).OnQueue);
    }

    private static int Best(int[] required, ReadOnlySpan<int> skills)
    {
        if (skills.Length == 0)
        {
            return 0;
        }

        var best = Best(required, skills[1..]);
        for (var group = 0; group < required.Length; group++)
        {
            if ((skills[0] >> group & 1) != 0 && required[group] > 0)
            {
                required[group]--;
                best = Math.Max(best, 1 + Best(required, skills[1..]));
                required[group]++;
            }
        }

        return best;
    }

    private static CentreCover Cover(int[] required, int[] skills) => CentreCover.Of(
        Instance(required, skills), new([.. skills.Select((_, index) => new CentreShift($"a{index}", 40, 1, []))]));

    private static CentreInstance Instance(int[] required, int[] skills)
    {
        var needs = new int[3, 7 * CentreInstance.SlotsPerDay];
        for (var group = 0; group < 3; group++)
        {
            needs[group, 40] = required[group];
        }

        return new CentreInstance
        {
            Days = 7,
            Groups = ["one", "two", "three"],
            Agents = [.. skills.Select((mine, index) => new CentreAgent($"a{index}", Plan, mine, new HashSet<int>()))],
            Required = needs,
        };
    }

    private static int[] Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}
