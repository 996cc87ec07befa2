using System.Reflection;

namespace Muster.Server.Options;

/// <summary>All options, read off the option records.</summary>
public static class OptionCatalog
{
    public static IReadOnlyList<OptionDescriptor> All { get; } = [.. OptionAreas.All.SelectMany(Describe)];

    private static readonly Dictionary<string, OptionDescriptor> ByKey =
        All.ToDictionary(option => option.Key, StringComparer.OrdinalIgnoreCase);

    public static OptionDescriptor? Find(string key) => ByKey.GetValueOrDefault(key);

    public static string AreaOf(Type type) => type.Name[..^"Options".Length];

    private static IEnumerable<OptionDescriptor> Describe(Type type)
    {
        var defaults = Activator.CreateInstance(type);
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => (property, about: property.GetCustomAttribute<OptionAttribute>()))
            .Where(pair => pair.about is not null)
            .Select(pair => new OptionDescriptor(
                AreaOf(type), pair.property, pair.about!, pair.property.GetValue(defaults)));
    }
}
