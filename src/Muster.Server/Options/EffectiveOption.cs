namespace Muster.Server.Options;

/// <summary>An option with the value it has now and where that came from.</summary>
/// <param name="Value">Text for people; a secret shows only whether it is set.</param>
public sealed record EffectiveOption(OptionDescriptor Option, string Value, string Source);
