using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Api.Limits;
using Muster.Server.Identity;
using Muster.Storage.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>Signing in and out, and one's own password.</summary>
public static class SessionApi
{
    public static void MapSessionApi(this IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Session");
        session.MapPost("/", SignInAsync).ForAnyone("Who signs in is not signed in yet.")
            .WithMetadata(new SignInLimit()).Answers<SessionView>()
            .Called("Signs a person in", "The session key is set as a cookie.");
        session.MapGet("/", GetAsync).ForSignedIn(beforeFirstPassword: true).Answers<SessionView>()
            .Called("Says who is signed in");
        session.MapDelete("/", SignOutAsync).ForSignedIn(beforeFirstPassword: true).AnswersNothing()
            .Called("Signs out");
        session.MapPost("/password", ChangePasswordAsync).ForSignedIn(beforeFirstPassword: true)
            .WithMetadata(new SignInLimit()).AnswersNothing()
            .Called("Changes one's own password", "Ends one's other sessions.");
    }

    private static async Task<IResult> SignInAsync(
        HttpContext http, SignIns signIns, SessionReading reading, TimeProvider time, SignInBody body)
    {
        var checks = new FieldChecks().Text("user_name", body.UserName, 1, 100)
            .That(body.Password.Length <= 200, "password", "must have at most 200 characters.");
        if (checks.Refusal is { } invalid)
        {
            return Problems.Of(invalid, http);
        }

        var outcome = await signIns.SignInAsync(
            body.UserName, body.Password, http.WriteContext(time), http.RequestAborted);
        if (outcome.Refused is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        var opened = outcome.Value;
        SessionCookie.Set(http, opened.Key, opened.ExpiresAt);
        return TypedResults.Ok(await reading.ReadAsync(opened, http.RequestAborted));
    }

    private static async Task<IResult> GetAsync(HttpContext http, UserStore users, SessionReading reading)
    {
        var caller = http.Caller();
        return await PersonAsync(http, users) is { } user
            ? TypedResults.Ok(await reading.ReadAsync(user, caller.Rights, caller.ExpiresAt, http.RequestAborted))
            : NotAPerson(http);
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext http, SignIns signIns, TimeProvider time)
    {
        if (http.Caller().Kind != ActorKind.User)
        {
            return NotAPerson(http);
        }

        await signIns.SignOutAsync(http.Caller(), http.WriteContext(time), http.RequestAborted);
        SessionCookie.Clear(http);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ChangePasswordAsync(
        HttpContext http, SignIns signIns, TimeProvider time, PasswordBody body)
    {
        if (http.Caller().Kind != ActorKind.User)
        {
            return NotAPerson(http);
        }

        var outcome = await signIns.ChangePasswordAsync(
            http.Caller(), new PasswordChange(body.CurrentPassword, body.NewPassword), http.WriteContext(time),
            http.RequestAborted);
        return outcome.Refused is { } refusal ? Problems.Of(refusal, http) : TypedResults.NoContent();
    }

    private static async Task<User?> PersonAsync(HttpContext http, UserStore users) =>
        http.Caller().Kind == ActorKind.User
            ? await users.FindAsync(new UserId(http.Caller().Id), http.RequestAborted)
            : null;

    private static IResult NotAPerson(HttpContext http) => Problems.Of(
        new Refusal.Forbidden("A program has no session.\nMaybe use POST /oauth/revoke to give a token back."), http);
}
