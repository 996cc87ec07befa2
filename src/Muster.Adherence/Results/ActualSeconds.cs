using System.Runtime.CompilerServices;

namespace Muster.Adherence.Results;

/// <summary>Seconds by <see cref="Actual"/>.</summary>
[InlineArray(Count)]
public struct ActualSeconds : IEquatable<ActualSeconds>
{
    public const int Count = (int)Actual.Unknown + 1;

    private long _first;

    /// <summary>Seconds of that kind.</summary>
    public readonly long Of(Actual actual) => this[(int)actual];

    public readonly bool Equals(ActualSeconds other) => ((ReadOnlySpan<long>)this).SequenceEqual(other);

    public override readonly bool Equals(object? obj) => obj is ActualSeconds other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(this[0], this[1], this[^1]);

    public static bool operator ==(ActualSeconds left, ActualSeconds right) => left.Equals(right);

    public static bool operator !=(ActualSeconds left, ActualSeconds right) => !left.Equals(right);
}
