namespace Muster.Adherence.Schedules;

/// <summary>What is in adherence: a bit for each actual up to logged out.</summary>
/// <param name="IsIgnored">Adherence does not look at the scheduled activity.</param>
internal readonly record struct Acceptance(ushort Mask, bool IsIgnored);
