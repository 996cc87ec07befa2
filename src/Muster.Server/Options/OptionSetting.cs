namespace Muster.Server.Options;

/// <summary>A value somebody set for a key, and where: "muster.json", "environment MUSTER_...", "--urls".</summary>
public sealed record OptionSetting(string Key, string Value, string Source);
