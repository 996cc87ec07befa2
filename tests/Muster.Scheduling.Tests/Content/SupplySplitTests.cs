using Muster.Scheduling.Content;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Tests.Content;

public sealed class SupplySplitTests
{
    private static readonly uint[] Sets = [0b001, 0b011, 0b110, 0b101];

    [Fact]
    public void Agents_who_come_and_go_are_split_as_well_as_can_be() => Fuzz.Check(200, seed =>
    {
        var chance = new RandomSource((ulong)seed, 1);
        Need[] needs = [.. Enumerable.Range(0, 3).Select(_ =>
            new Need(chance.Next(4), 4, 1 + chance.Next(9), chance.Next(3)) { UnderSquare = chance.Next(3) })];
        var split = new SupplySplit(1, 3, Sets, (row, have) => needs[row].CostOf(have));
        var (present, cost) = (new int[Sets.Length], needs.Sum(need => need.CostOf(0)));
        for (var move = 0; move < 12; move++)
        {
            var set = chance.Next(Sets.Length);
            var isMore = present[set] == 0 || chance.Next(3) > 0;
            cost += isMore ? split.Add(0, set) : split.Remove(0, set);
            present[set] += isMore ? 1 : -1;
            if (cost != Best(needs, present, 0, new int[3]) || split.Have.ToArray().Sum() != present.Sum())
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void An_agent_with_two_skills_is_counted_once()
    {
        var split = new SupplySplit(1, 2, [0b11], (_, have) => Math.Max(0, 1 - have) * 10L);
        split.Add(0, 0);
        Assert.Equal(1, split.Have.ToArray().Sum());
    }

    private static long Best(Need[] needs, int[] present, int set, int[] have)
    {
        if (set == Sets.Length)
        {
            return needs.Select((need, group) => need.CostOf(have[group])).Sum();
        }

        int[] groups = [.. Enumerable.Range(0, 3).Where(group => (Sets[set] >> group & 1) == 1)];
        var best = long.MaxValue;
        for (var first = 0; first <= present[set]; first++)
        {
            var counts = (int[])have.Clone();
            counts[groups[0]] += first;
            counts[groups[^1]] += present[set] - first;
            best = groups.Length == 1 && first > 0 ? best : Math.Min(best, Best(needs, present, set + 1, counts));
        }

        return best;
    }
}
