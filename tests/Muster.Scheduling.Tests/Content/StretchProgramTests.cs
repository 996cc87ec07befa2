using Muster.Scheduling.Content;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Tests.Content;

public sealed class StretchProgramTests
{
    private const int Slots = 8;
    private const int Least = 2;

    [Fact]
    public void A_shift_is_cut_as_cheaply_as_can_be() => Fuzz.Check(200, seed =>
    {
        var chance = new RandomSource((ulong)seed, 1);
        var costs = new int[(Slots + Least) * 8];
        for (var at = 0; at < costs.Length; at++)
        {
            costs[at] = at % 8 < 2 ? chance.Next(30) - 20 : 1 << 20;
        }

        var stretches = Enumerable.Range(0, costs.Length)
            .Select(at => costs[at] + (at + 8 < costs.Length ? costs[at + 8] : 0)).ToArray();
        var program = new StretchProgram(8, Least, Slots);
        program.Fill(costs, stretches, new int[8], 0, Slots);
        var groups = new short[Slots];
        program.Cut(costs, 0, groups);
        var best = Enumerable.Range(0, 1 << Slots).Select(Groups).Where(IsLongEnough).Min(cut => CostOf(costs, cut));
        return program.Best[Slots] == best && CostOf(costs, groups) == best && IsLongEnough(groups);
    });

    private static short[] Groups(int code) =>
        [.. Enumerable.Range(0, Slots).Select(slot => (short)(code >> slot & 1))];

    private static int CostOf(int[] costs, short[] groups) =>
        groups.Select((group, slot) => costs[(slot * 8) + group]).Sum();

    private static bool IsLongEnough(short[] groups)
    {
        var start = 0;
        for (var slot = 1; slot <= Slots; slot++)
        {
            if (slot == Slots || groups[slot] != groups[start])
            {
                if (slot - start < Least)
                {
                    return false;
                }

                start = slot;
            }
        }

        return true;
    }
}
