namespace Muster.Domain.Outcomes;

/// <summary>What came of a request: a value, or a refusal with its reason.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal) => (_value, Refused) = (value, refusal);

    /// <summary>Why not; null when it was done.</summary>
    public Refusal? Refused { get; }

    /// <summary>What was done.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value => Refused is null ? _value! : throw new InvalidOperationException($"Refused: {Refused}");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public Outcome<TNext> Then<TNext>(Func<T, TNext> next) => Refused is { } no ? no : next(Value);
}
