using System.Reflection;
using Muster.Domain.Outcomes;

namespace Muster.Server.Options;

/// <summary>
/// Turns settings into options. Later settings win. Everything that is wrong is reported at once: unknown keys with the
/// nearest known one, wrong types, values out of range, numbers that do not go together.
/// </summary>
public static class OptionReader
{
    /// <exception cref="StartRefusedException">Some settings are wrong; the message lists every one.</exception>
    public static OptionSet Read(IEnumerable<OptionSetting> settings)
    {
        var errors = new List<string>();
        var chosen = Choose(settings, errors);
        var areas = new Dictionary<Type, object>();
        var effective = new List<EffectiveOption>();
        foreach (var type in OptionAreas.All)
        {
            var area = Activator.CreateInstance(type)!;
            foreach (var option in OptionCatalog.All.Where(option => option.Area == OptionCatalog.AreaOf(type)))
            {
                effective.Add(Apply(area, option, chosen.GetValueOrDefault(option), errors));
            }

            areas[type] = area;
        }

        if (errors.Count == 0)
        {
            errors.AddRange(areas.Values.OfType<ICheckedOptions>().SelectMany(area => area.Check()));
        }

        return errors.Count == 0 ? new OptionSet(areas, effective) : throw Refused(errors);
    }

    private static Dictionary<OptionDescriptor, OptionSetting> Choose(
        IEnumerable<OptionSetting> settings, List<string> errors)
    {
        var chosen = new Dictionary<OptionDescriptor, OptionSetting>();
        foreach (var setting in settings)
        {
            if (OptionCatalog.Find(setting.Key) is { } option)
            {
                chosen[option] = setting;
            }
            else
            {
                var nearest = NearestName.Of(setting.Key, OptionCatalog.All.Select(known => known.Key));
                errors.Add($"There is no option {setting.Key} (set by {setting.Source}).\nMaybe {nearest} is meant.");
            }
        }

        return chosen;
    }

    private static EffectiveOption Apply(
        object area, OptionDescriptor option, OptionSetting? setting, List<string> errors)
    {
        if (setting is null)
        {
            return new EffectiveOption(option, option.DefaultText, "default");
        }

        var (value, error) = OptionValue.Read(option, setting.Value);
        if (error is not null)
        {
            errors.Add($"{option.Key} = {Shown(option, setting.Value)} (set by {setting.Source}) {error}.\n"
                + $"Maybe use {Advice(option)}.");
        }
        else
        {
            option.Property.GetSetMethod()!.Invoke(area, BindingFlags.Default, null, [value], null);
        }

        return new EffectiveOption(option, Shown(option, OptionValue.Text(value)), setting.Source);
    }

    private static string Shown(OptionDescriptor option, string text) =>
        option.About.Secret && text.Length > 0 ? "(set, not shown)" : text;

    private static string Advice(OptionDescriptor option) =>
        option.Range.Length > 0
            ? $"{option.Range} {option.About.Unit}".TrimEnd()
            : $"a value like {option.DefaultText}";

    private static StartRefusedException Refused(List<string> errors) => errors.Count == 1
        ? new StartRefusedException(errors[0])
        : new StartRefusedException($"{errors.Count} options are wrong:\n" + string.Join('\n', errors));
}
