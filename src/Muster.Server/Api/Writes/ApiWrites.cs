using System.Text.Json;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Api.Json;
using Muster.Storage;
using Muster.Storage.Api;

namespace Muster.Server.Api.Writes;

/// <summary>
/// Runs a write: one transaction with the change, its audit rows and, when the request has an Idempotency-Key, the
/// answer.
/// Refused means rolled back, and nothing kept. Shared by all requests.
/// </summary>
public sealed class ApiWrites(Database database, IdempotencyStore kept, TimeProvider time)
{
    public delegate Task<Outcome<ApiAnswer>> Work(WriteTransaction transaction, CancellationToken token);

    public delegate Task<Outcome<ApiAnswer>> VersionedWork(
        WriteTransaction transaction, long expectedVersion, CancellationToken token);

    /// <summary>Runs a change that needs the version it was made from.</summary>
    public Task<IResult> RunAsync(HttpContext http, VersionedWork work)
    {
        var expected = EntityTag.Expected(http);
        return expected.Refused is { } refusal
            ? Task.FromResult(Problems.Of(refusal, http))
            : RunAsync(http, (transaction, token) => work(transaction, expected.Value, token));
    }

    public Task<IResult> RunAsync(HttpContext http, Work work) =>
        RunAsync(http, work, (kept, _) => Task.FromResult<IResult>(new WireResult(kept)));

    /// <summary>Runs a change whose answer is completed after the commit, also when the request is repeated.</summary>
    /// <param name="finish">Makes the answer from the one that is kept.</param>
    public async Task<IResult> RunAsync(
        HttpContext http, Work work, Func<WireAnswer, CancellationToken, Task<IResult>> finish)
    {
        await using var transaction = await database.BeginAsync(http.WriteContext(time), http.RequestAborted);
        var repeated = http.FindCaller() is { } caller && http.Features.Get<IdempotentRequest>() is { } request
            ? new Repeatable(request, caller.Id)
            : null;
        if (repeated is not null && await ClaimAsync(transaction, repeated, http) is { } answered)
        {
            return answered.Refused ?? await finish(answered.Kept!, http.RequestAborted);
        }

        var outcome = await work(transaction, http.RequestAborted);
        if (outcome.Refused is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        var answer = Serialize(outcome.Value);
        if (repeated is not null)
        {
            await kept.CompleteAsync(transaction, repeated.StoredKey, repeated.Seal(answer), http.RequestAborted);
        }

        await transaction.CommitAsync(http.RequestAborted);
        return await finish(answer, http.RequestAborted);
    }

    private async Task<(WireAnswer? Kept, IResult? Refused)?> ClaimAsync(
        WriteTransaction transaction, Repeatable repeated, HttpContext http)
    {
        var before = await kept.ClaimAsync(
            transaction, repeated.StoredKey, repeated.Request.RequestHash, http.RequestAborted);
        if (before is null)
        {
            return null;
        }

        if (!before.RequestHash.AsSpan().SequenceEqual(repeated.Request.RequestHash))
        {
            return (null, Problems.Result(http, ProblemKind.KeyReused,
                $"This {IdempotencyMiddleware.Header} came before with another request.\n"
                + "Maybe use a new key for a new request."));
        }

        http.Response.Headers["Idempotency-Replayed"] = "true";
        return (repeated.Open(before.Sealed), null);
    }

    private static WireAnswer Serialize(ApiAnswer answer) => new(
        answer.Status,
        answer.Body is null
            ? []
            : JsonSerializer.SerializeToUtf8Bytes(answer.Body, answer.Body.GetType(), ApiJson.Options),
        answer.Location,
        answer.Version is { } version ? EntityTag.Of(version) : null);

    private sealed record Repeatable(IdempotentRequest Request, Guid Caller)
    {
        public IdempotencyKey StoredKey { get; } = IdempotentRequest.Stored(Caller, Request.Key);

        public byte[] Seal(WireAnswer answer) => AnswerSeal.Seal(answer, Request.Key, Caller);

        public WireAnswer Open(byte[] sealedAnswer) => AnswerSeal.Open(sealedAnswer, Request.Key, Caller);
    }

    private sealed class WireResult(WireAnswer answer) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => answer.WriteAsync(httpContext);
    }
}
