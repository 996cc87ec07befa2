using System.Globalization;
using System.Reflection;

namespace Muster.Server.Options;

/// <summary>One option: its key, type, default and what is said of it.</summary>
public sealed record OptionDescriptor(string Area, PropertyInfo Property, OptionAttribute About, object? Default)
{
    public string Key { get; } = $"{Area}:{Property.Name}";

    /// <summary>The environment variable that sets it.</summary>
    public string Variable { get; } = $"MUSTER_{Area.ToUpperInvariant()}__{Property.Name.ToUpperInvariant()}";

    public string DefaultText { get; } =
        OptionValue.Text(Default) is { Length: > 0 } text ? text : About.WhenEmpty ?? "";

    /// <summary>The values allowed, in words: "1 to 5", "text or json"; empty when anything goes.</summary>
    public string Range { get; } = RangeText(About);

    private static string RangeText(OptionAttribute about)
    {
        var (min, max) = (double.IsFinite(about.Min), double.IsFinite(about.Max));
        return about.OneOf.Length > 0 ? string.Join(" | ", about.OneOf)
            : min && max ? string.Create(CultureInfo.InvariantCulture, $"{about.Min} to {about.Max}")
            : min ? string.Create(CultureInfo.InvariantCulture, $"at least {about.Min}")
            : max ? string.Create(CultureInfo.InvariantCulture, $"at most {about.Max}")
            : "";
    }
}
