using Muster.Server.Options;

namespace Muster.Server.Api.Nodes;

/// <summary>An option with its value and where that came from.</summary>
public sealed record OptionView(
    string Key,
    string Area,
    string Value,
    string Default,
    string Source,
    string? Unit,
    string Range,
    string Description,
    bool Secret)
{
    public static OptionView Of(EffectiveOption effective) => new(
        effective.Option.Key, effective.Option.Area, effective.Value, effective.Option.DefaultText, effective.Source,
        effective.Option.About.Unit, effective.Option.Range, effective.Option.About.Description,
        effective.Option.About.Secret);
}
