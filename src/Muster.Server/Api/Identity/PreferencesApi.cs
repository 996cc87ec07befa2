using System.Text.Json;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Api.Json;
using Muster.Storage.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>What pages remember for a person, on any machine they sign in from.</summary>
public static class PreferencesApi
{
    private const int MaxCharacters = 32 * 1024;

    public static void MapPreferencesApi(this IEndpointRouteBuilder api)
    {
        var preferences = api.MapGroup("/session/preferences").WithTags("Session");
        preferences.MapGet("/{page}", GetAsync).ForSignedIn(beforeFirstPassword: true).Answers<PreferenceBody>()
            .Called("Reads what a page remembers");
        preferences.MapPut("/{page}", SetAsync).ForSignedIn().AnswersNothing()
            .Called("Remembers the state of a page", "Any JSON of up to 32 kB.");
    }

    private static async Task<IResult> GetAsync(HttpContext http, PreferenceStore store, string page)
    {
        if (Refuse(http, page) is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        var text = await store.FindAsync(new UserId(http.Caller().Id), page, http.RequestAborted);
        return TypedResults.Ok(new PreferenceBody(text is null ? null : JsonElement.Parse(text)));
    }

    private static async Task<IResult> SetAsync(
        HttpContext http, PreferenceStore store, string page, PreferenceBody body)
    {
        var text = body.Value?.GetRawText() ?? "null";
        var checks = new FieldChecks()
            .That(text.Length <= MaxCharacters, "value", $"must have at most {MaxCharacters} characters.")
            .That(body.Value is null || StorableJson.Is(body.Value.Value), "value",
                "must not contain the character U+0000, broken Unicode or numbers beyond a double.");
        if ((Refuse(http, page) ?? checks.Refusal) is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        await store.SetAsync(new UserId(http.Caller().Id), page, text, http.RequestAborted);
        return TypedResults.NoContent();
    }

    private static Refusal? Refuse(HttpContext http, string page) =>
        http.Caller().Kind != ActorKind.User
            ? new Refusal.Forbidden("A program has no preferences.")
            : new FieldChecks().Text("page", page, 1, 100).Refusal;
}
