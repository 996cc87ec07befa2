namespace Muster.Scheduling.Kernel;

/// <summary>
/// Options that allow the same successors share an out-class; those that may follow the same share an in-class.
/// </summary>
internal sealed class SuccessionTable
{
    private SuccessionTable(int[] outOf, int[] inOf, int[] costs, int outs, int ins)
    {
        (OutOf, InOf, Costs, Outs, Ins) = (outOf, inOf, costs, outs, ins);
        Order();
    }

    /// <summary>By local option.</summary>
    public int[] OutOf { get; }

    /// <summary>By local option.</summary>
    public int[] InOf { get; }

    /// <summary>Scaled, <c>out * Ins + in</c>; <see cref="Weights.Never"/> is forbidden.</summary>
    public int[] Costs { get; }

    public int Outs { get; }

    public int Ins { get; }

    /// <summary>
    /// Rank of in-classes; where <see cref="IsChain"/>, each may follow all that the one before may follow.
    /// </summary>
    public int[] RankOf { get; private set; } = [];

    /// <summary>By rank: the out-classes that are new at it; all that are allowed where it is no chain.</summary>
    public int[][] NewOuts { get; private set; } = [];

    /// <summary>By rank.</summary>
    public int[] InAt { get; private set; } = [];

    /// <summary>All costs are nothing or never, and the allowed sets are nested.</summary>
    public bool IsChain { get; private set; }

    public static SuccessionTable Of(int[] options, IReadOnlyList<(int Weight, Func<int, int, int> Amount)> pairs)
    {
        var n = options.Length;
        var all = new int[n * n];
        for (var pair = 0; pair < all.Length; pair++)
        {
            long cost = 0;
            foreach (var (weight, amount) in pairs)
            {
                cost += (long)amount(options[pair / n], options[pair % n]) * weight;
            }

            all[pair] = (int)Math.Min(Weights.Never, cost);
        }

        var outOf = Classes(n, (option, other) => all[(option * n) + other]);
        var inOf = Classes(n, (option, other) => all[(other * n) + option]);
        var (outs, ins) = (outOf.Append(-1).Max() + 1, inOf.Append(-1).Max() + 1);
        var costs = new int[outs * ins];
        for (var pair = 0; pair < all.Length; pair++)
        {
            costs[(outOf[pair / n] * ins) + inOf[pair % n]] = all[pair];
        }

        return new SuccessionTable(outOf, inOf, costs, outs, ins);
    }

    private static int[] Classes(int n, Func<int, int, int> cost)
    {
        var known = new Dictionary<string, int>();
        var classes = new int[n];
        var signature = new char[n * 2];
        for (var option = 0; option < n; option++)
        {
            for (var other = 0; other < n; other++)
            {
                var value = cost(option, other);
                (signature[other * 2], signature[(other * 2) + 1]) = ((char)(value & 0xFFFF), (char)(value >> 16));
            }

            var key = new string(signature);
            known.TryAdd(key, known.Count);
            classes[option] = known[key];
        }

        return classes;
    }

    private void Order()
    {
        var allowed = Enumerable.Range(0, Ins).Select(AllowedBefore).ToArray();
        InAt = [.. Enumerable.Range(0, Ins).OrderBy(@in => allowed[@in].Length)];
        RankOf = new int[Ins];
        IsChain = Costs.All(cost => cost is 0 or Weights.Never);
        for (var rank = 0; rank < Ins; rank++)
        {
            RankOf[InAt[rank]] = rank;
            IsChain &= rank == 0 || !allowed[InAt[rank - 1]].Except(allowed[InAt[rank]]).Any();
        }

        NewOuts = [.. InAt.Select((@in, rank) =>
            rank == 0 || !IsChain ? allowed[@in] : allowed[@in].Except(allowed[InAt[rank - 1]]).ToArray())];
    }

    private int[] AllowedBefore(int @in) =>
        [.. Enumerable.Range(0, Outs).Where(@out => Costs[(@out * Ins) + @in] < Weights.Never)];
}
