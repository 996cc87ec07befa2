using Muster.Domain.Organization;
using Muster.Simulation.Staffing;
using Muster.Simulation.Tests.Reference;

namespace Muster.Simulation.Tests.Staffing;

public sealed class StaffingSearchTests
{
    /// <summary>
    /// Erlang C: 13, 14 and 15 agents answer 79.6, 88.8 and 94.1 % of 200 calls an hour of 180 s within 20 s.
    /// </summary>
    [Theory]
    [InlineData(0.75, 13)]
    [InlineData(0.85, 14)]
    [InlineData(0.92, 15)]
    public void One_queue_needs_what_Erlang_C_says(double level, int agents)
    {
        var problem = Problem("C0", 200, 100_000, 0, level);
        Assert.Equal([agents], StaffingSearch.Smallest(problem, CancellationToken.None).Best.Agents);
    }

    [Theory]
    [InlineData("N1", 500)]
    [InlineData("D1", 480)]
    public void Several_skills_are_staffed_so_that_one_agent_less_anywhere_is_too_few(string name, double perHour)
    {
        var problem = Problem(name, perHour, 40_000, 0, 0.8);
        var answer = StaffingSearch.Smallest(problem, CancellationToken.None);
        Assert.True(answer.Best.IsMet);
        Assert.Null(answer.Reason);
        Assert.All(Enumerable.Range(0, answer.Best.Agents.Count), group =>
        {
            int[] fewer = [.. answer.Best.Agents];
            fewer[group] = Math.Max(0, fewer[group] - 1);
            Assert.False(StaffingSearch.Evaluate(problem, fewer, CancellationToken.None).IsMet);
        });
        Assert.InRange(answer.Simulated, 5, 200);
    }

    [Fact]
    public void Too_many_agents_to_begin_with_are_taken_away()
    {
        var few = StaffingSearch.Smallest(Problem("N1", 500, 40_000, 0, 0.8), CancellationToken.None).Best;
        var many = StaffingSearch.Smallest(Problem("N1", 500, 40_000, 30, 0.8), CancellationToken.None).Best;
        Assert.InRange(many.Cost - few.Cost, -1, 1);
    }

    [Fact]
    public void Dear_agents_are_avoided()
    {
        var problem = Problem("N1", 500, 40_000, 0, 0.8);
        var usual = StaffingSearch.Smallest(problem, CancellationToken.None).Best;
        var dear = StaffingSearch.Smallest(problem with { Costs = [1, 3] }, CancellationToken.None).Best;
        Assert.True(dear.IsMet);
        Assert.True(dear.Agents[1] <= usual.Agents[1]);
    }

    [Fact]
    public void Evaluations_say_which_goals_are_missed()
    {
        var problem = Problem("D1", 480, 40_000, 0, 0.75) with { MaxOccupancy = 0.9 };
        var found = StaffingSearch.Evaluate(problem, [14, 16, 12], CancellationToken.None);
        Assert.False(found.IsMet);
        Assert.True(found.Shortfall > 0);
        Assert.Contains(found.Missed, missed =>
            missed.StartsWith("The service level of type4 is 0.6", StringComparison.Ordinal));
        Assert.Contains(found.Missed, missed =>
            missed.StartsWith("The occupancy of group1 is 0.93", StringComparison.Ordinal));
        Assert.DoesNotContain(found.Missed, missed => missed.Contains("type0", StringComparison.Ordinal));
    }

    [Fact]
    public void A_goal_out_of_reach_ends_with_the_reason()
    {
        var problem = Problem("N1", 500, 2_000, 0, 0.8);
        var nobody = problem with
        {
            Model = problem.Model with { Groups = [problem.Model.Groups[0]] },
        };
        Assert.Contains("Nobody serves the queue type1",
            StaffingSearch.Smallest(nobody, CancellationToken.None).Reason, StringComparison.Ordinal);
        var tooFew = StaffingSearch.Smallest(problem with { MostAgents = 20 }, CancellationToken.None);
        Assert.False(tooFew.Best.IsMet);
        Assert.Contains("20", tooFew.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_problems_are_refused_with_field_value_and_remedy()
    {
        var problem = Problem("N1", 500, 2_000, 0, 0.8);
        var goal = problem.Goals[0];
        Refused("goals[0].queue: there is no queue chat", problem with { Goals = [goal with { Queue = "chat" }] });
        Refused("goals[0].service_level: is 1;", problem with { Goals = [goal with { ServiceLevel = 1 }] });
        Refused("goals: is empty", problem with { Goals = [] });
        Refused("costs: has 1 values for 2 groups", problem with { Costs = [1] });
        Refused("max_occupancy: is 85;", problem with { MaxOccupancy = 85 });
        Assert.Throws<ArgumentException>(() => StaffingSearch.Evaluate(problem, [1], CancellationToken.None));
    }

    private static void Refused(string expected, StaffingProblem problem)
    {
        var error = Assert.Throws<ArgumentException>(() => StaffingSearch.Smallest(problem, CancellationToken.None));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static StaffingProblem Problem(string name, double perHour, double calls, int agents, double level)
    {
        var model = ReferenceCase.Of(name).ForCalls(calls, perHour);
        return new StaffingProblem
        {
            Model = model with { Groups = [.. model.Groups.Select(group => group with { AlwaysOnQueue = agents })] },
            Goals = [.. model.Queues.Select(queue => new QueueGoal
            {
                Queue = queue.Name,
                ServiceLevel = level,
                Definition = ServiceLevelDefinition.AnsweredOfOffered,
            })],
        };
    }
}
