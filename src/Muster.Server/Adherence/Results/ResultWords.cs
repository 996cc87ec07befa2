using System.Text.Json;

namespace Muster.Server.Adherence.Results;

/// <summary>The values of an enumeration as they are stored, and as the API says them: <c>not_on_queue</c>.</summary>
internal static class ResultWords<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Words = Enum.GetValues<T>().ToDictionary(
        value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    public static string Of(T value) => Words[value];
}
