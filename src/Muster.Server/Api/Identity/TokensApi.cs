using Muster.Domain.Identity;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Identity;
using Muster.Storage.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>The access tokens that programs hold.</summary>
public static class TokensApi
{
    public static void MapTokensApi(this IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("Clients");
        tokens.MapGet("/", ListAsync).Requires(Permissions.ClientsView).Answers<Page<TokenView>>()
            .Called("Lists access tokens, newest first");
        tokens.MapDelete("/{id:guid}", RevokeAsync).Requires(Permissions.ClientsEdit).AnswersNothing()
            .Called("Revokes an access token",
                "It is refused at once here, and within Server:CacheSlack on every node.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, TokenStore store, int? limit, string? cursor)
    {
        var page = PageRequest.Limit(limit);
        var before = PageRequest.Id(cursor, Guid.AllBitsSet);
        if ((page.Refused ?? before.Refused) is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        var tokens = await store.ListAsync(new TokenId(before.Value), page.Value + 1, http.RequestAborted);
        return TypedResults.Ok(PageRequest.Cut(tokens, page.Value, token => token.Id, TokenView.Of));
    }

    private static Task<IResult> RevokeAsync(HttpContext http, ApiWrites writes, AccessTokens tokens, Guid id) =>
        writes.RunAsync(http, async (transaction, token) =>
            (await tokens.RevokeAsync(transaction, new TokenId(id), token)).Then(_ => ApiAnswer.NoContent));
}
