using Muster.Server.Commands;

namespace Muster.Server.Tests.Commands;

public sealed class NodeChainTests
{
    private static readonly Uri[] Nodes = [new("http://one:7070"), new("http://two:7071")];

    private readonly List<string> _asked = [];

    [Theory]
    [InlineData("GET", false, HttpRequestError.ResponseEnded, true)]
    [InlineData("POST", true, HttpRequestError.ResponseEnded, true)]
    [InlineData("POST", false, HttpRequestError.ConnectionError, true)]
    [InlineData("POST", false, HttpRequestError.ResponseEnded, false)]
    public async Task What_may_not_be_done_twice_is_sent_again_only_if_it_has_not_left(
        string method, bool hasKey, HttpRequestError how, bool isRepeated)
    {
        using var client = ClientOf(how);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/a?b=1", UriKind.Relative));
        if (hasKey)
        {
            request.Headers.Add("Idempotency-Key", "k");
        }

        var sent = Record.ExceptionAsync(() => client.SendAsync(request));

        Assert.Equal(isRepeated, await sent is null);
        Assert.Equal(
            isRepeated ? ["http://one:7070/a?b=1", "http://two:7071/a?b=1"] : ["http://one:7070/a?b=1"], _asked);
    }

    [Fact]
    public async Task The_one_that_answered_is_asked_from_then_on()
    {
        using var client = ClientOf(HttpRequestError.ConnectionError);

        (await client.GetAsync(new Uri("/first", UriKind.Relative))).Dispose();
        (await client.GetAsync(new Uri("/second", UriKind.Relative))).Dispose();

        Assert.Equal(["http://one:7070/first", "http://two:7071/first", "http://two:7071/second"], _asked);
    }

    private HttpClient ClientOf(HttpRequestError how) =>
        new(new NodeChain(Nodes, new HalfNetwork(_asked, how))) { BaseAddress = Nodes[0] };

    /// <summary>The first node is dead.</summary>
    private sealed class HalfNetwork(List<string> asked, HttpRequestError how) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
        {
            asked.Add(request.RequestUri!.ToString());
            return request.RequestUri.Host == Nodes[0].Host
                ? throw new HttpRequestException(how)
                : Task.FromResult(new HttpResponseMessage());
        }
    }
}
