using System.Globalization;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Json;

namespace Muster.Server.Api;

/// <summary>Conditional requests by entity version: the ETag of version 7 is <c>"7"</c>.</summary>
public static class EntityTag
{
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>
    /// The version that If-Match demands; a change without one is refused, so that nothing is overwritten unseen.
    /// </summary>
    public static Outcome<long> Expected(HttpContext http)
    {
        var text = http.Request.Headers.IfMatch.ToString();
        return text.Length == 0
            ? new Refusal.Invalid("If-Match", "is required: the entity's version as in its ETag, such as \"7\".")
            : long.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : new Refusal.Invalid("If-Match", "must be one version, such as \"7\".");
    }

    /// <summary>The entity with its ETag, or 304 when the caller has this version already.</summary>
    public static IResult Answer(HttpContext http, object view, long version)
    {
        var tag = Of(version);
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.Contains(tag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Json(view, ApiJson.Options);
    }
}
