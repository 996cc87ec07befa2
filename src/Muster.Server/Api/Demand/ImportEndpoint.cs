using Muster.Domain.Organization;
using Muster.Server.Api.Writes;
using Muster.Server.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>Takes files of history in, one at a time: two million rows need about 1 GB until they
/// are written.</summary>
public sealed class ImportEndpoint(ApiWrites writes, HistoryWrites history) : IDisposable
{
    private const int AtOnce = 1;

    private readonly SemaphoreSlim _turns = new(AtOnce);

    public async Task<IResult> ImportAsync(HttpContext http, BusinessUnit unit, ImportQuery query)
    {
        var options = query.Options();
        if (options.Refused is { } wrong)
        {
            return Problems.Of(wrong, http);
        }

        await _turns.WaitAsync(http.RequestAborted);
        try
        {
            var read = await HistoryImport.ReadAsync(
                unit, http.Request.Body, options.Value, query.Minutes, http.RequestAborted);
            return read.Refused is { } refusal ? Problems.Of(refusal, http)
                : query.Preview is true ? TypedResults.Ok(ImportView.Of(read.Value, null))
                : await WriteAsync(http, unit, read.Value);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<IResult> WriteAsync(HttpContext http, BusinessUnit unit, ImportedHistory read)
    {
        var isWritten = false;
        var answer = await writes.RunAsync(http, async (transaction, token) =>
        {
            var counts = await history.WriteAsync(transaction, unit.Id, read.Intervals, token);
            isWritten = counts.Refused is null;
            return counts.Then(written => new ApiAnswer(200, ImportView.Of(read, written)));
        });
        if (isWritten)
        {
            http.Response.OnCompleted(() => history.SettleAsync(read.Intervals.Count, CancellationToken.None));
        }

        return answer;
    }
}
