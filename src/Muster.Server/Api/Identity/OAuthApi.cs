using System.Text;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Api.Limits;
using Muster.Server.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>Tokens for programs: OAuth 2.0 client credentials (RFC 6749, 4.4) and revocation (RFC 7009).</summary>
public static class OAuthApi
{
    public static void MapOAuthApi(this IEndpointRouteBuilder root)
    {
        var oauth = root.MapGroup("/oauth").WithTags("Tokens for programs");
        oauth.MapPost("/token", IssueAsync).ForAnyone("The client's secret is in the request.")
            .WithMetadata(new SignInLimit()).Accepts<IFormCollection>("application/x-www-form-urlencoded")
            .Answers<OAuthToken>()
            .Called("Issues an access token",
                "grant_type=client_credentials; scope: permissions separated by spaces, all when absent.");
        oauth.MapPost("/revoke", RevokeAsync).ForAnyone("The client's secret is in the request.")
            .WithMetadata(new SignInLimit()).Accepts<IFormCollection>("application/x-www-form-urlencoded")
            .AnswersNothing().Called("Gives an access token back");
    }

    private static async Task<IResult> IssueAsync(HttpContext http, AccessTokens tokens, TimeProvider time)
    {
        var form = await ReadAsync(http);
        if (form is null || form["grant_type"] != "client_credentials")
        {
            return Error(http, 400, "unsupported_grant_type", "grant_type must be client_credentials, in a form.");
        }

        if (Credentials(http, form) is not { } client)
        {
            return Error(http, 401, "invalid_client", "client_id and client_secret are required.");
        }

        var asked = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var outcome = await tokens.IssueAsync(client, asked, http.WriteContext(time), http.RequestAborted);
        return outcome.Refused switch
        {
            null => Results.Json(OAuthToken.Of(outcome.Value), Json.ApiJson.Options),
            Refusal.Invalid no => Error(http, 400, "invalid_scope", no.Errors[0].Message),
            Refusal.NotSignedIn no => Error(http, 401, "invalid_client", no.Sentence),
            var refusal => Problems.Of(refusal, http),
        };
    }

    private static async Task<IResult> RevokeAsync(
        HttpContext http, AccessTokens tokens, TimeProvider time)
    {
        var form = await ReadAsync(http);
        if (form is null || Credentials(http, form) is not { } client)
        {
            return Error(http, 401, "invalid_client", "client_id and client_secret are required, in a form.");
        }

        var outcome = await tokens.GiveBackAsync(
            client, form["token"].ToString(), http.WriteContext(time), http.RequestAborted);
        return outcome.Refused is Refusal.NotSignedIn no
            ? Error(http, 401, "invalid_client", no.Sentence)
            : TypedResults.NoContent();
    }

    private static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        }
        catch (InvalidDataException)
        {
            return null; // Too many fields, or a form that is none.
        }
    }

    private static ClientSecret? Credentials(HttpContext http, IFormCollection form)
    {
        var (id, secret) = Basic(http) ?? (form["client_id"].ToString(), form["client_secret"].ToString());
        return id.Length > 0 && secret.Length > 0 && new FieldChecks().NoControls("client_id", id).Refusal is null
            ? new ClientSecret(id, secret)
            : null;
    }

    private static (string Id, string Secret)? Basic(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var buffer = new byte[header.Length];
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(header[6..].Trim(), buffer, out var written))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(buffer, 0, written).Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : null;
    }

    // The shape that RFC 6749, 5.2 asks for, not problem details.
    private static IResult Error(HttpContext http, int status, string error, string description)
    {
        if (status == 401)
        {
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"muster\"";
        }

        return Results.Json(new OAuthError(error, description), Json.ApiJson.Options, statusCode: status);
    }
}
