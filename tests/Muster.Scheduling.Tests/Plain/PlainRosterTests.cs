using Muster.Scheduling.Search;

namespace Muster.Scheduling.Tests.Plain;

public sealed class PlainRosterTests
{
    private const int Instances = 1_000;

    [Fact]
    public void A_thousand_small_rosters_keep_all_hard_rules_or_say_which_contradict()
    {
        var wrong = Enumerable.Range(0, Instances).Select(FaultOf).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Among_them_are_contradictions_and_staff_that_is_missing()
    {
        var all = Enumerable.Range(0, Instances).Select(PlainRoster.Of).ToList();
        var contradicting = all.Count(plain => plain.Staff.Any(one => !PlainJudge.ValidRosters(plain, one).Any()));
        Assert.InRange(contradicting, 100, 900);
        Assert.InRange(all.Count(plain => plain.Needs.Any(need => need.IsHard)), 100, 900);
    }

    /// <returns>Null: the search did what it promises.</returns>
    private static string? FaultOf(int seed)
    {
        var plain = PlainRoster.Of(seed);
        var options = new SearchOptions { Seed = (ulong)seed, CoolingSteps = 100 };
        var search = new ScheduleSearch(plain.ToProblem(), options);
        search.Run(plain.Staff.Count + 200);
        var best = search.Best;
        int[][] rosters = [.. Enumerable.Range(0, plain.Staff.Count).Select(employee => best.Of(employee).ToArray())];
        var valid = plain.Staff.Select(contract => PlainJudge.ValidRosters(plain, contract).ToList()).ToList();
        for (var employee = 0; employee < rosters.Length; employee++)
        {
            var isNamed = search.Contradictions.Any(contradiction => contradiction.Employee == employee);
            var keeps = PlainJudge.IsValid(plain, plain.Staff[employee], rosters[employee]);
            if (isNamed != (valid[employee].Count == 0) || keeps == isNamed)
            {
                return $"seed {seed}, employee {employee}: {valid[employee].Count} rosters are valid, "
                    + $"contradiction named: {isNamed}, rules kept: {keeps}";
            }
        }

        return StaffingFaultOf(seed, plain, (rosters, valid)) ?? CostFaultOf(seed, plain, rosters, search);
    }

    private static string? StaffingFaultOf(int seed, PlainRoster plain, (int[][] Found, List<List<int[]>> Valid) what)
    {
        var isPossible = plain.Needs.Any(need => need.IsHard)
            && what.Valid[0].Any(one => what.Valid[1].Any(other => PlainJudge.IsStaffed(plain, [one, other])));
        return isPossible && !PlainJudge.IsStaffed(plain, what.Found)
            ? $"seed {seed}: minimum staff can be had and is missing"
            : null;
    }

    private static string? CostFaultOf(int seed, PlainRoster plain, int[][] rosters, ScheduleSearch search)
    {
        var cost = PlainJudge.CostOf(plain, rosters);
        return search.BestScore.Cost != cost ? $"seed {seed}: costs {cost}, not {search.BestScore.Cost}" : null;
    }
}
