namespace Muster.Adherence.Rules;

/// <summary>Terms of an activity with nothing left open; thresholds in seconds.</summary>
/// <param name="Accept">A bit for each <see cref="StateMeaning"/> up to logged out.</param>
internal readonly record struct CompiledTerms(
    ushort Accept, uint StartEarly, uint StartLate, uint EndEarly, uint EndLate, bool IsIgnored)
{
    public static CompiledTerms Of(AdherenceTerms terms) => new(
        Mask(terms.Accepts!), (uint)terms.StartEarlySeconds!, (uint)terms.StartLateSeconds!,
        (uint)terms.EndEarlySeconds!, (uint)terms.EndLateSeconds!, terms.Ignored!.Value);

    public static ushort Mask(IEnumerable<StateMeaning> accepted) =>
        (ushort)accepted.Aggregate(0, (mask, one) => mask | (1 << (int)one));
}
