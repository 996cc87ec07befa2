using System.Net;
using System.Text.Json;
using Muster.Domain.Sources;

namespace Muster.Server.Sources;

/// <summary>What the answers of a directory mean for whoever reads it.</summary>
internal static class DirectoryAnswers
{
    private const int LongestDetail = 2000;

    // "/", "api/", "v2/", "wfm/", "directory/", "people/"; after them, an external id.
    private const int ObjectSegments = 6;

    /// <param name="work">What was asked for: "read changes".</param>
    public static async Task CheckAsync(HttpResponseMessage answer, string work, CancellationToken token)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        var detail = await DetailAsync(answer, token);
        // Anybody between here and there may say 404; only the directory says this.
        var isUnknown = answer.RequestMessage?.RequestUri?.Segments.Length > ObjectSegments
            && detail.StartsWith("There is no ", StringComparison.Ordinal);
        var said = $"The directory refused to {work} ({(int)answer.StatusCode}): {detail}";
        throw answer.StatusCode switch
        {
            HttpStatusCode.Gone => new CursorRefusedException(detail),
            HttpStatusCode.Unauthorized => new SourceAwayException(
                said + "\nMaybe the client's id or secret is wrong, or it was disabled: "
                    + "`muster token create` makes another."),
            HttpStatusCode.Forbidden => new SourceAwayException(
                said + "\nMaybe grant this client a role with the permission directory:view."),
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable =>
                new SourceAwayException(said, answer.Headers.RetryAfter?.Delta),
            HttpStatusCode.NotFound when isUnknown => new DirectoryUnknownException(said),
            HttpStatusCode.NotFound => new SourceBrokenException(
                said + "\nMaybe there is no role directory at that address."),
            >= HttpStatusCode.InternalServerError => new SourceAwayException(said),
            _ => new SourceBrokenException(said),
        };
    }

    private static async Task<string> DetailAsync(HttpResponseMessage answer, CancellationToken token)
    {
        var text = await answer.Content.ReadAsStringAsync(token);
        try
        {
            var problem = JsonElement.Parse(text);
            return (Text(problem, "detail") ?? Text(problem, "error_description") ?? text).ReplaceLineEndings(" ");
        }
        catch (JsonException)
        {
            // Some proxy said that.
            return text.Length > LongestDetail ? text[..LongestDetail] : text;
        }
    }

    private static string? Text(JsonElement problem, string name) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
