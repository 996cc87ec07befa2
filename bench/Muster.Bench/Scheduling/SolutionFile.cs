namespace Muster.Bench.Scheduling;

/// <summary>What a run found, for whoever wants to check it elsewhere: artifacts/bench/FAMILY/NAME.SEED.txt.</summary>
internal static class SolutionFile
{
    public static void Write(string family, string name, int seed, IEnumerable<string> lines)
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "bench", family);
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, $"{name}.{seed}.txt"), lines);
    }
}
