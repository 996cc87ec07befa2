using System.Text.Json;

namespace Muster.Server.Api.Json;

/// <summary>Values of enumerations as addresses write them: in snake case, like everywhere in the API.</summary>
public static class EnumWord
{
    /// <returns>Null when it is none of them.</returns>
    public static T? Read<T>(string? word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Write(value) == word).Select(value => (T?)value).FirstOrDefault();

    public static string Write<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>All of them, for whoever wrote another.</summary>
    public static string All<T>()
        where T : struct, Enum => All(typeof(T));

    /// <inheritdoc cref="All{T}"/>
    public static string All(Type type) =>
        string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));
}
