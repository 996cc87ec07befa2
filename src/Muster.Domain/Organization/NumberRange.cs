namespace Muster.Domain.Organization;

/// <summary>From the least to the most that is allowed, both included.</summary>
public sealed record NumberRange(int Min, int Max)
{
    public override string ToString() => $"{Min} to {Max}";
}
