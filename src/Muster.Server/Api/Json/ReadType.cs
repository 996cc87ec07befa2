using System.Text.Json;
using System.Text.RegularExpressions;
using Muster.Domain.Outcomes;

namespace Muster.Server.Api.Json;

/// <summary>Finds of which type a value was to be that could not be read.</summary>
internal static partial class ReadType
{
    private static readonly Lazy<ILookup<string, Type>> ByName = new(() =>
        new[] { typeof(ReadType).Assembly, typeof(Refusal).Assembly }
            .SelectMany(assembly => assembly.GetTypes()).Where(type => type.FullName is not null)
            .ToLookup(type => type.FullName!));

    /// <summary>The words of an enumeration of which the value is none; null: it was to be something else.</summary>
    public static string? WordsOf(JsonException fault) =>
        TypeName().Match(fault.Message) is { Success: true } named
        && ByName.Value[named.Groups[1].Value].FirstOrDefault() is { } type
        && Bare(type.IsEnum ? type : PropertyOf(type, fault.Path ?? "") ?? type) is { IsEnum: true } found
            ? EnumWord.All(found)
            : null;

    // What a constructor takes is told by the name of the whole.
    private static Type? PropertyOf(Type type, string path)
    {
        var name = LastPlace().Replace(path, "").Split('.')[^1];
        return type.GetProperties()
            .FirstOrDefault(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name) == name)
            ?.PropertyType;
    }

    // Without what it is wrapped in: T? and lists.
    private static Type Bare(Type type) => type.IsGenericType ? Bare(type.GetGenericArguments()[^1]) : type;

    // The serializer's own words.
    [GeneratedRegex(@"converted to (?:[\w.]+`\d\[)*((?:\w+[.+])*\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\[\d+\]$")]
    private static partial Regex LastPlace();
}
