using System.Net;
using System.Net.Http.Headers;
using Muster.Domain.Sources;
using Muster.Server.Api;

namespace Muster.Server.Sources;

/// <summary>Sends requests to a directory, signed in. Used by one task at a time.</summary>
internal sealed class DirectoryRequests(HttpClient http, DirectoryConnection connection, TimeProvider time)
{
    private readonly DirectoryToken _token = new(http, connection, time);

    /// <summary>The answer, when it is none of those that say no; it is read by the caller.</summary>
    /// <param name="path">Within the directory's API.</param>
    /// <param name="patience">How long its first line may take.</param>
    public async Task<HttpResponseMessage> GetAsync(
        string path, string work, TimeSpan patience, CancellationToken token)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token, late.Token);
        try
        {
            var answer = await SendAsync(path, end.Token);
            if (answer.StatusCode == HttpStatusCode.Unauthorized && _token.CanRenew)
            {
                // The token may have ended early: revoked, or the client was given another secret.
                answer.Dispose();
                _token.Forget();
                answer = await SendAsync(path, end.Token);
            }

            await CheckAsync(answer, work, end.Token);
            return answer;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            throw Away(gone.Message, gone);
        }
        catch (OperationCanceledException gone) when (late.IsCancellationRequested)
        {
            throw Away($"nothing came for {patience.TotalSeconds} s", gone);
        }
    }

    private SourceAwayException Away(string why, Exception cause) =>
        new($"The directory at {connection.Address} does not answer: {why}.", cause: cause);

    private static async Task CheckAsync(HttpResponseMessage answer, string work, CancellationToken token)
    {
        try
        {
            await DirectoryAnswers.CheckAsync(answer, work, token);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string path, CancellationToken token)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(connection.Address, $"{ApiRoot.Path}/directory{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _token.GetAsync(token));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
    }
}
