using Muster.Server.Api.Writes;

namespace Muster.Server.Commands;

/// <summary>
/// Asks one server of a cluster until it does not answer any more, then the next one: any of them answers anything.
/// What may not be sent twice is sent again only if it has not left.
/// </summary>
internal sealed class NodeChain(IReadOnlyList<Uri> nodes, HttpMessageHandler network) : DelegatingHandler(network)
{
    private int _current;

    /// <param name="nodes">The first one is asked first.</param>
    public static HttpClient Client(IReadOnlyList<Uri> nodes, TimeSpan patience) =>
        new(new NodeChain(nodes, new SocketsHttpHandler { UseProxy = false }))
        {
            BaseAddress = nodes[0],
            Timeout = patience,
        };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        for (var tries = 1; ; tries++)
        {
            var place = Volatile.Read(ref _current);
            request.RequestUri = new Uri(nodes[place], request.RequestUri!.PathAndQuery);
            try
            {
                return await base.SendAsync(request, token);
            }
            catch (HttpRequestException problem)
            {
                Interlocked.CompareExchange(ref _current, (place + 1) % nodes.Count, place);
                if (tries >= nodes.Count || !MayRepeat(request, problem))
                {
                    throw;
                }
            }
            catch (OperationCanceledException)
            {
                // One that is paused takes a request and never answers: whoever asks again asks the next one.
                Interlocked.CompareExchange(ref _current, (place + 1) % nodes.Count, place);
                throw;
            }
        }
    }

    private static bool MayRepeat(HttpRequestMessage request, HttpRequestException problem) =>
        problem.HttpRequestError == HttpRequestError.ConnectionError
        || request.Method != HttpMethod.Post
        || request.Headers.Contains(IdempotencyMiddleware.Header);
}
