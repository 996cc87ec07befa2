using System.Runtime.CompilerServices;

namespace Muster.Simulation.Chance;

/// <summary>
/// Uniform numbers by index: SplitMix64 read as a function of its counter, so that the number of call 17 is the same
/// whatever else was drawn before. Two variants of a model thereby meet the same calls (common random numbers).
/// Source: Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014; the mixing constants are
/// Stafford's variant 13. Immutable: any thread may read it.
/// </summary>
public readonly struct RandomStream : IEquatable<RandomStream>
{
    private const ulong Gamma = 0x9E37_79B9_7F4A_7C15;

    private readonly ulong _key;

    private RandomStream(ulong key) => _key = key;

    public static RandomStream Of(ulong seed) => new(Mix(seed + Gamma));

    /// <summary>A stream of its own for each branch; the same branch gives the same stream.</summary>
    public RandomStream Split(ulong branch) => new(Mix(_key ^ Mix((branch + 1) * Gamma)));

    /// <summary>The number at an index, uniform in the open interval (0, 1): 52 bits, never 0 and never 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double At(ulong index) => ((Mix(_key + ((index + 1) * Gamma)) >> 12) + 0.5) * (1.0 / (1UL << 52));

    public bool Equals(RandomStream other) => _key == other._key;

    public override bool Equals(object? obj) => obj is RandomStream other && Equals(other);

    public override int GetHashCode() => _key.GetHashCode();

    public static bool operator ==(RandomStream left, RandomStream right) => left.Equals(right);

    public static bool operator !=(RandomStream left, RandomStream right) => !left.Equals(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }
}
