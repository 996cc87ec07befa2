namespace Muster.Scheduling.Search;

/// <summary>
/// Chance for one purpose: xoshiro256** seeded by SplitMix64 (Blackman and Vigna, 2018). Seed and stream decide all
/// numbers. Not thread-safe.
/// </summary>
internal sealed class RandomSource
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public RandomSource(ulong seed, ulong stream)
    {
        var state = seed ^ (stream * 0xD1B5_4A32_D192_ED03);
        (_a, _b, _c, _d) = (Split(ref state), Split(ref state), Split(ref state), Split(ref state));
    }

    /// <summary>Uniform in <c>[0, below)</c>.</summary>
    public int Next(int below) => (int)(((Draw() >> 32) * (ulong)below) >> 32);

    /// <summary>Uniform in <c>[0, 1)</c>.</summary>
    public double NextUnit() => (Draw() >> 11) * (1.0 / (1UL << 53));

    private static ulong Split(ref ulong state)
    {
        var z = state += 0x9E37_79B9_7F4A_7C15;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    private ulong Draw()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }
}
